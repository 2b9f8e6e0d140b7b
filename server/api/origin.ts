import { RefusedError } from '#lib/protocol/errors.ts';
import type { WebServices } from '../services.ts';
import { hostOf } from './http.ts';

/**
 * Refuses a request that another site's page made with this visitor's cookie. Browsers name the page's origin on every
 * request that changes something; programs that are no browsers send none and hold no visitor's cookie.
 *
 * Throws `RefusedError` (`forbidden`).
 */
export function refuseForeignOrigin(
  request: Request,
  { webOrigins, trustedProxies }: Pick<WebServices['config'], 'webOrigins' | 'trustedProxies'>,
): void {
  const origin = request.headers.get('origin');
  if (origin === null) {
    const site = request.headers.get('sec-fetch-site');
    if (site === null || site === 'same-origin' || site === 'none') return;
    throw new RefusedError('forbidden', 'This request comes from another site.');
  }
  const isOwn = URL.parse(origin)?.host === hostOf(request, trustedProxies);
  if (!isOwn && !webOrigins.includes(origin)) {
    throw new RefusedError('forbidden', 'This request comes from a page of another origin.');
  }
}
