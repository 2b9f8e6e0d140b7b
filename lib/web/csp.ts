interface Options {
  nonce: string;
  /** Origin of the realtime server, when it is not the page's own. */
  realtimeUrl: string | null;
  /** React's development build evaluates text, and hot reload inserts styles. */
  isDev: boolean;
}

/** The WebSocket form of an origin: `https://a` becomes `wss://a`. */
const socketOrigin = (origin: string): string => origin.replace(/^http/, 'ws');

/**
 * The content security policy of a page. Scripts run by nonce only, and what they load is trusted with them
 * (`strict-dynamic`, CSP level 3); everything else comes from the page's own origin. Styles may stand inline, because
 * elements are placed and scaled by their style attribute.
 */
export function contentSecurityPolicy({ nonce, realtimeUrl, isDev }: Options): string {
  const realtime = realtimeUrl === null ? [] : [realtimeUrl, socketOrigin(realtimeUrl)];
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", ...(isDev ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'media-src': ["'self'", 'blob:', 'mediastream:'],
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", ...realtime],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** The other headers of every answer. Camera, microphone and screen are for our own pages only. */
export const securityHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

/** The same of answers that are no pages: whatever a browser takes them for, nothing in them is run or shown. */
export const apiHeaders: Record<string, string> = {
  ...securityHeaders,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
