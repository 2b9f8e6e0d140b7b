'use client';

import { useTranslations } from 'use-intl';
import type { RestError, RestFailure } from '#lib/client/rest/RestError.ts';
import type { Messages } from '#lib/i18n/messages.ts';

/** The key of a failure's sentence in the part `refusals` of the catalogue. */
export function errorKey(code: RestFailure): keyof Messages['refusals'] {
  return code;
}

/** Sentences of a page's own that say more than the general ones. */
export type OwnWords = Readonly<Partial<Record<RestFailure, string>>>;

/** What to tell somebody about a refused call: the page's own sentence for that code, else the general one. */
export function useErrorWords(): (error: RestError, own?: OwnWords) => string {
  const t = useTranslations('refusals');
  return (error, own) => own?.[error.code] ?? t(errorKey(error.code));
}
