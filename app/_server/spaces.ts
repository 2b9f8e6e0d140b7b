import { type SpaceAtDoor, spaceAtDoor } from '#lib/web/spaces.ts';

/** Slug of the space that the first start makes. */
const demoSlug = 'demo';

/** The demo space, or null while it cannot be reached. */
export async function demoSpace(): Promise<SpaceAtDoor | null> {
  return await spaceAtDoor(demoSlug);
}
