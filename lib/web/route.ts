import { RefusedError } from '#lib/protocol/errors.ts';
import { clientAddress } from '#server/http/forwarded.ts';
import { httpStatusOf, problemOf } from '#server/http/problem.ts';
import type { RateLimitName } from '#server/http/rateLimits.ts';
import { createLogger } from '#server/observability/createLogger.ts';
import { StorageError } from '#server/persistence/StorageError.ts';
import { currentServices, type WebServices } from '#server/services.ts';
import { refuseForeignOrigin } from './request.ts';
import { services } from './services.ts';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** A problem document as an answer (RFC 9457). */
export function problemResponse(
  code: Parameters<typeof httpStatusOf>[0],
  detail: string,
  path?: string,
): Response {
  const status = httpStatusOf(code);
  return Response.json(problemOf(status, code, detail, path), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

/**
 * What went wrong, for whoever asked; what only the operator may know (a folder, a setting) goes to the log. Where Next
 * runs alone and could not compose its services, there is no logger yet.
 */
function explain(error: unknown): Response {
  if (error instanceof RefusedError) return problemResponse(error.code, error.message, error.path);
  const logger = currentServices()?.logger ?? createLogger({ level: 'error' });
  logger.error({ error }, 'a route failed');
  if (error instanceof StorageError) return problemResponse('unavailable', 'The database cannot be reached.');
  return problemResponse('internal', 'Something went wrong here.');
}

type Answer<Context> = (request: Request, services: WebServices, context: Context) => Promise<Response>;

/**
 * Wraps what answers a route: finds the services, refuses other sites' requests and too many of them, and turns what is
 * thrown into a problem document.
 */
export function route<Context>(limit: RateLimitName, answer: Answer<Context>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const found = await services();
      const { webOrigins, trustedProxies } = found.config;
      if (!safeMethods.includes(request.method)) refuseForeignOrigin(request, webOrigins);
      const address = clientAddress(request.headers.get('x-forwarded-for'), trustedProxies);
      await found.rateLimits.consume(limit, address);
      const response = await answer(request, found, context);
      response.headers.set('cache-control', 'no-store');
      return response;
    } catch (error) {
      return explain(error);
    }
  };
}
