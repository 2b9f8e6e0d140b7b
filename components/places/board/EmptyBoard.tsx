'use client';

import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import type { BoardState } from '#hooks/places/spaceList.ts';
import { EmptyRoom } from '../EmptyRoom.tsx';
import { NewSpaceLink } from './BoardHead.tsx';
import { InviteLinkButton } from './InviteLinkDialog.tsx';

interface EmptyBoardProps {
  state: BoardState;
  mayCreate: boolean;
}

/** The dashboard without a space: an empty room, and the ways to fill it. */
export function EmptyBoard({ state, mayCreate }: EmptyBoardProps) {
  const t = useTranslations('spaces');
  if (state === 'archived') {
    return (
      <EmptyState icon="archive" title={t('emptyArchivedTitle')} className="mt-7">
        <p>{t('emptyArchived')}</p>
      </EmptyState>
    );
  }
  if (state === 'deleted') {
    return (
      <EmptyState icon="bin" title={t('emptyDeletedTitle')} className="mt-7">
        <p>{t('emptyDeleted')}</p>
      </EmptyState>
    );
  }
  return (
    <section className="flex flex-col items-center pt-10 text-center">
      <EmptyRoom className="h-auto w-full max-w-120 rounded-lg" />
      <h2 className="mt-7 text-32 leading-tight font-title tracking-display text-balance">
        {t('emptyTitle')}
      </h2>
      <p className="mt-2 max-w-[30em] text-16 text-pretty text-ink-soft">
        {mayCreate ? t('empty') : t('emptyGuest')}
      </p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        {mayCreate && <NewSpaceLink />}
        <InviteLinkButton />
      </div>
    </section>
  );
}
