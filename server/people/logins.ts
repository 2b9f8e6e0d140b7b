import type { Caller, HttpContext } from '../api/define.ts';
import { openLogin } from '../api/session.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

type Services = Pick<WebServices, 'store' | 'control' | 'logger'>;

/** Ends one login of somebody; its open pages leave at once. False when there is none. */
export async function endLogin(services: Services, userId: string, loginId: string): Promise<boolean> {
  if (!(await services.store.logins.end(userId, loginId))) return false;
  await notifyLive(services, { kind: 'signed-out', userId, loginId, exceptLoginId: null });
  return true;
}

/** Ends all logins of somebody, or all but one. */
export async function endAllLogins(
  services: Services,
  userId: string,
  exceptLoginId: string | null = null,
): Promise<void> {
  await services.store.logins.endAll(userId, exceptLoginId);
  await notifyLive(services, { kind: 'signed-out', userId, loginId: null, exceptLoginId });
}

/** Ends the login that the request came with, if it came with one. */
export async function endLoginOf(services: Services, caller: Caller): Promise<void> {
  if (caller.kind === 'session') await endLogin(services, caller.user.id, caller.loginId);
}

/**
 * Signs somebody in where somebody else, or a guest, may have been before: that login ends, so that nobody who knew it
 * gets in with the new one. Returns `Set-Cookie` headers.
 */
export async function changeLogin(
  services: Services & Pick<WebServices, 'config'>,
  http: HttpContext,
  before: Caller,
  user: User,
): Promise<string[]> {
  await endLoginOf(services, before);
  return await openLogin(services, http, user);
}
