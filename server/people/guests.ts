import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

type Services = Pick<WebServices, 'store' | 'control' | 'logger'>;

/**
 * Enters by a name. A guest who is in already gets the name; people with an account are who they are. `isNew` says that
 * there was nobody, so that a login is needed.
 */
export async function enterByName(
  services: Services,
  caller: Caller,
  name: string,
): Promise<{ user: User; isNew: boolean }> {
  const { users } = services.store;
  if (caller.kind === 'anonymous') {
    return { user: await users.createGuest({ id: uuidv7(), name }), isNew: true };
  }
  const { user } = caller;
  if (!user.isGuest || user.name === name) return { user, isNew: false };
  const renamed = await users.update(user.id, { name }, null);
  if (renamed === null || renamed === 'stale') {
    return { user: await users.createGuest({ id: uuidv7(), name }), isNew: true };
  }
  await notifyLive(services, { kind: 'person-changed', userId: user.id });
  return { user: renamed, isNew: false };
}
