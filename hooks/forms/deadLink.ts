import type { RestError } from '#lib/client/rest/RestError.ts';

/** Whether the link that the page was opened by is no good: used, too old, or never one of ours. */
export function isDeadLink(error: Pick<RestError, 'code' | 'path'> | null): boolean {
  if (error === null) return false;
  return (
    error.code === 'link_invalid' || (error.code === 'bad_request' && /(?:^|\.)token$/.test(error.path ?? ''))
  );
}
