import { idSchema } from '#lib/protocol/common.ts';
import type { Space } from '#server/persistence/ports.ts';
import type { WebServices } from '#server/services.ts';
import { services } from './services.ts';

/** A space as a visitor sees it before entering. */
export interface SpaceAtDoor extends Pick<Space, 'id' | 'slug' | 'name' | 'mapUrl' | 'hasResident'> {
  /** Who is inside now; `null` while the realtime server cannot be asked. */
  readonly presence: { readonly count: number; readonly names: readonly string[] } | null;
}

/** How many names are shown at the door. */
const namesAtDoor = 5;

async function presenceOf(
  { control, logger }: WebServices,
  spaceId: string,
): Promise<SpaceAtDoor['presence']> {
  try {
    return await control.presence(spaceId, namesAtDoor);
  } catch (error) {
    logger.warn({ error, spaceId }, 'presence is unknown');
    return null;
  }
}

/** Finds a space by its id or its slug. */
export async function findSpace({ store }: WebServices, idOrSlug: string): Promise<Space | null> {
  const isId = idSchema.safeParse(idOrSlug).success;
  return isId ? await store.spaces.findById(idOrSlug) : await store.spaces.findBySlug(idOrSlug);
}

/** The space with this id or slug and who is in it, or `null`. For pages and for the route. */
export async function spaceAtDoor(idOrSlug: string): Promise<SpaceAtDoor | null> {
  const found = await services();
  const space = await findSpace(found, idOrSlug);
  if (space === null) return null;
  const { id, slug, name, mapUrl, hasResident } = space;
  return { id, slug, name, mapUrl, hasResident, presence: await presenceOf(found, id) };
}
