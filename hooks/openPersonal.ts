import type { ApiClient } from '#lib/client/rest/createApiClient.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { createPersonal, type Personal } from '#lib/client/space/createPersonal.ts';

/** Own preferences and blocks, on their way from here on. */
export function openPersonal(api: ApiClient): Personal {
  const personal = createPersonal(api);
  void load(personal);
  return personal;
}

/** Without them the page goes on: nothing chimes, and nobody is marked as blocked. */
async function load(personal: Personal): Promise<void> {
  try {
    await personal.load();
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    console.warn('own preferences and blocks were not loaded', error);
  }
}
