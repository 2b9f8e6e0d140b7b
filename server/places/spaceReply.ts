import type { AccountKind } from '#lib/domain/access/roles.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import type { Answer, Caller, HttpContext } from '../api/define.ts';
import type { Space } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { viewerOf, viewSpaces } from './views.ts';

interface Asked {
  readonly services: WebServices;
  readonly caller: Caller;
  readonly subject: { readonly account: AccountKind };
  readonly http: Pick<HttpContext, 'now'>;
}

/** One space as the caller sees it, with its version. */
export async function answerSpace(asked: Asked, space: Space): Promise<Answer<{ space: SpaceView }>> {
  const { services, caller, subject, http } = asked;
  const [view] = await viewSpaces(services, viewerOf(caller, subject.account), [space], http.now);
  if (view === undefined) throw new Error('a space has no view');
  return { reply: { space: view }, version: space.version };
}
