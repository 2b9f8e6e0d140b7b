import { RestError } from '#lib/client/rest/RestError.ts';
import { RequestError } from '#lib/client/session/RequestError.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** The key of a refusal's sentence in the part `refusals`. What is no refusal is a bug and is thrown on. */
export function refusalKey(error: unknown): keyof Messages['refusals'] {
  if (error instanceof RestError) return error.code;
  if (error instanceof RequestError) return error.code === 'bad_reply' ? 'internal' : error.code;
  throw error;
}
