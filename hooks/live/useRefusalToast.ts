'use client';

import { useTranslations } from 'use-intl';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { type OwnWords, useErrorWords } from '../errorWords.ts';
import type { PersonView } from '../peopleView.ts';
import type { Toast } from '../toasts.ts';

/** Words for a refused act: towards somebody, or towards the space (`null`). */
export function useRefusalToast(): (error: RestError, person: PersonView | null, own?: OwnWords) => Toast {
  const t = useTranslations('moderation');
  const errorWords = useErrorWords();
  return (error, person, own) => ({
    key: person === null ? 'space-refused' : `refused-${person.userId}`,
    title: person === null ? t('failed') : t('failedFor', { name: person.name }),
    detail: errorWords(error, {
      ...(person !== null && { not_found: t('gone', { name: person.name }) }),
      ...own,
    }),
    tone: 'bad',
  });
}
