import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, securityHeaders } from '#lib/web/csp.ts';
import { realtimeUrlOfPages } from '#lib/web/realtimeUrl.ts';

/** Gives every page its own nonce, and every answer the security headers. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy({
    nonce,
    realtimeUrl: realtimeUrlOfPages(),
    isDev: process.env.VICINITY_DEV === '1',
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}

export const config = {
  // Built files are the same for everybody and hold no page. The API sets its own headers, and what is uploaded to it
  // reaches it unread: Next would keep a copy of the body for this, and cut it off at 10 MiB without a word.
  matcher: ['/((?!_next/static|_next/image|api/v1/).*)'],
};
