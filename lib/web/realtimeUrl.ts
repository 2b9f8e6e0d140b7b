import { localRealtimeUrl } from '#server/config/defaults.ts';
import { originSchema } from '#server/config/setting.ts';
import { currentServices } from '#server/services.ts';

/**
 * Origin of the realtime server that pages connect to; `null` for the page's own. Read at run time: one build runs
 * anywhere. It asks for no services, because a page has to be shown also while the database cannot be reached.
 */
export function realtimeUrlOfPages(): string | null {
  const published = currentServices();
  if (published !== undefined) return published.config.realtimeUrl;
  const given = originSchema.safeParse(process.env.VICINITY_REALTIME_URL);
  return given.success ? given.data : localRealtimeUrl;
}
