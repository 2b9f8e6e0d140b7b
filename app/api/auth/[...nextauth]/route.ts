import { handleAuth } from '#lib/web/auth.ts';
import { services } from '#lib/web/services.ts';
import { explain } from '#server/api/respond.ts';
import { createLogger } from '#server/observability/createLogger.ts';

export const dynamic = 'force-dynamic';

/** Sign-in by other services, and the rest of what next-auth's own client asks for. */
async function answer(request: Request): Promise<Response> {
  try {
    return await handleAuth(request, await services());
  } catch (error) {
    // Where Next runs alone and could not compose its services, there is no logger yet.
    return explain(error, createLogger({ level: 'error' }));
  }
}

export { answer as GET, answer as POST };
