'use client';

import { useTranslations } from 'use-intl';
import { RestError } from '#lib/client/rest/RestError.ts';
import { type OwnWords, useErrorWords } from './errorWords.ts';
import { type Action, useAction } from './useAction.ts';
import { useToasts } from './useToasts.ts';

/** An action of a single button, which has no room to say what went wrong: a toast (named by `key`) tells it. */
export function useToldAction<Args extends readonly unknown[], Result>(
  key: string,
  perform: (...args: Args) => Promise<Result>,
  own?: OwnWords,
): Action<Args, Result> {
  const t = useTranslations('ui');
  const toasts = useToasts();
  const words = useErrorWords();
  return useAction(async (...args: Args) => {
    try {
      return await perform(...args);
    } catch (error) {
      if (error instanceof RestError) {
        toasts.show({ key, title: t('problem'), detail: words(error, own), tone: 'bad' });
      }
      throw error;
    }
  });
}
