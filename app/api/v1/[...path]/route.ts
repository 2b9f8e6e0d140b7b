import { apiOver } from '#lib/web/api.ts';
import { apiHeaders } from '#lib/web/csp.ts';
import { services } from '#lib/web/services.ts';
import { explain } from '#server/api/respond.ts';
import { createLogger } from '#server/observability/createLogger.ts';

export const dynamic = 'force-dynamic';

/** Every route of the API: `lib/protocol/rest` says which there are, `server/api` answers them. */
async function answer(request: Request): Promise<Response> {
  const response = await answerOf(request);
  // `proxy.ts` leaves the API alone. What the answer says itself counts before what holds for all.
  for (const [name, value] of Object.entries(apiHeaders)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

async function answerOf(request: Request): Promise<Response> {
  try {
    return await apiOver(await services()).handle(request);
  } catch (error) {
    // Where Next runs alone and could not compose its services, there is no logger yet.
    return explain(error, createLogger({ level: 'error' }));
  }
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
