'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { type OwnWords, useErrorWords } from '#hooks/errorWords.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { Icon } from './Icon.tsx';

interface FormProblemProps {
  /** Why the form was refused; nothing is shown for null. */
  error: RestError | null;
  /** Sentences that say more in this place than the general ones, by code. */
  words?: OwnWords;
}

/** The summary of a refused form, above its fields. It takes the focus, so that nobody misses it. */
export function FormProblem({ error, words }: FormProblemProps) {
  const t = useTranslations('ui');
  const wordsOf = useErrorWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) box.current?.focus();
  }, [error]);
  if (error === null) return null;
  const { retryAfterS } = error;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex animate-rise gap-3 rounded-md bg-bad-soft px-4 py-3.5 text-14 forced-colors:border"
    >
      <Icon name="warning" size={21} className="text-bad-text" />
      <div className="min-w-0 flex-1 text-pretty">
        <b className="block leading-snug">{t('problem')}</b>
        <p className="mt-0.5 text-13">
          {wordsOf(error, words)}
          {retryAfterS !== undefined && ` ${t('waitSeconds', { seconds: Math.max(1, retryAfterS) })}`}
        </p>
      </div>
    </div>
  );
}
