'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import type { Page } from '#hooks/places/pages.ts';
import { useBans } from '#hooks/places/useBans.ts';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { BanView } from '#lib/protocol/rest/moderation.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { PersonCell } from './PersonCell.tsx';

interface BansSettingsProps {
  space: SpaceView;
  first: Page<BanView>;
}

/** Who may not come in, why and until when. */
export function BansSettings({ space, first }: BansSettingsProps) {
  const t = useTranslations('spaceBans');
  const { pages, lift } = useBans(space, first);
  const [asked, setAsked] = useState<BanView | null>(null);
  const columns = useColumns(setAsked);
  if (pages.items.length === 0) {
    return (
      <EmptyState icon="shield" title={t('none')}>
        <p>{t('noneText')}</p>
      </EmptyState>
    );
  }
  return (
    <Card>
      <p className="mb-4 text-14 text-ink-soft">{t('lead')}</p>
      <DataTable caption={t('lead')} columns={columns} rows={pages.items} rowKey={({ id }) => id} />
      <LoadMore hasMore={pages.hasMore} isPending={pages.isPending} error={pages.error} onMore={pages.more} />
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(isOpen) => isOpen || setAsked(null)}
        title={t('liftTitle', { name: asked?.person.name ?? '' })}
        detail={t('liftText')}
        confirmLabel={t('lift')}
        tone="primary"
        onConfirm={() => {
          setAsked(null);
          if (asked !== null) void lift(asked);
        }}
      />
    </Card>
  );
}

function useColumns(onAsk: (ban: BanView) => void): readonly Column<BanView>[] {
  const t = useTranslations('spaceBans');
  const moment = useMoment();
  return [
    {
      key: 'person',
      header: t('person'),
      cell: ({ person, createdBy }) => (
        <PersonCell
          person={person}
          detail={createdBy === null ? undefined : t('by', { name: createdBy.name })}
        />
      ),
    },
    {
      key: 'reason',
      header: t('reason'),
      cell: ({ reason }) => (reason === '' ? <span className="text-ink-soft">{t('noReason')}</span> : reason),
    },
    {
      key: 'since',
      header: t('since'),
      cell: ({ createdAt }) => moment(createdAt),
      className: 'text-ink-soft',
    },
    {
      key: 'end',
      header: t('end'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('noEnd') : moment(expiresAt)),
      className: 'text-ink-soft',
    },
    {
      key: 'actions',
      header: t('actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (ban) => (
        <Button
          size="small"
          tone="ghost"
          aria-label={t('liftName', { name: ban.person.name })}
          onClick={() => onAsk(ban)}
        >
          {t('lift')}
        </Button>
      ),
    },
  ];
}
