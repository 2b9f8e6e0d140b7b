import { apiOver } from '#lib/web/api.ts';
import { services } from '#lib/web/services.ts';
import { explain } from '#server/api/respond.ts';
import { createLogger } from '#server/observability/createLogger.ts';

export const dynamic = 'force-dynamic';

/** Every route of the API: `lib/protocol/rest` says which there are, `server/api` answers them. */
async function answer(request: Request): Promise<Response> {
  try {
    return await apiOver(await services()).handle(request);
  } catch (error) {
    // Where Next runs alone and could not compose its services, there is no logger yet.
    return explain(error, createLogger({ level: 'error' }));
  }
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
