'use client';

import { useTranslations } from 'use-intl';
import { type OwnWords, useErrorWords } from '#hooks/errorWords.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import { Button } from './Button.tsx';
import { Spinner } from './Spinner.tsx';

interface LoadMoreProps {
  /** Whether there is another page (`nextCursor`); without one nothing is shown. */
  hasMore: boolean;
  isPending: boolean;
  error?: RestError | null;
  errorWords?: OwnWords;
  onMore: () => void;
}

/** The way to the next page of a list. It keeps its place and the focus while the rows come in above it. */
export function LoadMore({ hasMore, isPending, error = null, errorWords, onMore }: LoadMoreProps) {
  const t = useTranslations('ui');
  const wordsOf = useErrorWords();
  if (!hasMore) return null;
  return (
    <div className="flex flex-col items-center gap-2 pt-4">
      <Button
        tone="line"
        aria-disabled={isPending}
        aria-busy={isPending}
        onClick={() => isPending || onMore()}
      >
        {isPending && <Spinner size={18} label={null} />}
        {isPending ? t('loadingMore') : t('loadMore')}
      </Button>
      <p role="status" className="text-13 text-bad-text empty:hidden">
        {error !== null && wordsOf(error, errorWords)}
      </p>
    </div>
  );
}
