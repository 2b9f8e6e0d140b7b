import { services } from '#lib/web/services.ts';
import { problemResponse } from '#server/api/respond.ts';
import { healthStatus } from '#server/observability/health.ts';
import { StorageError } from '#server/persistence/StorageError.ts';

export const dynamic = 'force-dynamic';

/** How this process is, where Next runs alone; otherwise the server answers before Next sees the request. */
export async function GET(): Promise<Response> {
  try {
    const report = await (await services()).health();
    return Response.json(report, { status: healthStatus(report), headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (error instanceof StorageError) return problemResponse('unavailable', error.message);
    throw error;
  }
}
