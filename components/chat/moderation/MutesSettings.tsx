'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PersonCell } from '#components/places/settings/PersonCell.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { useMutes } from '#hooks/chat/moderation/useMutes.ts';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { MuteView } from '#lib/protocol/chat/views.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { MuteDialog } from './MuteDialog.tsx';

interface MutesSettingsProps {
  space: SpaceView;
  first: readonly MuteView[];
}

/** Who can read the chat of a space but not write in it, why and until when. */
export function MutesSettings({ space, first }: MutesSettingsProps) {
  const t = useTranslations('spaceMutes');
  const mutes = useMutes(space.id, first);
  const [isAsking, setAsking] = useState(false);
  const columns = useColumns(mutes.lift);
  const button = (
    <Button tone="primary" size="small" icon="micOff" onClick={() => setAsking(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Card title={t('title')} lead={t('lead')} aside={mutes.mutes.length > 0 && button}>
      {mutes.mutes.length === 0 ? (
        <EmptyState icon="chat" title={t('none')} level={3} action={button}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={mutes.mutes}
          rowKey={({ person }) => person.id}
        />
      )}
      {isAsking && <MuteDialog space={space} mutes={mutes} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function useColumns(onLift: (mute: MuteView) => void): readonly Column<MuteView>[] {
  const t = useTranslations('spaceMutes');
  const moment = useMoment();
  return [
    {
      key: 'person',
      header: t('person'),
      cell: ({ person, by }) => (
        <PersonCell person={person} detail={by === null ? undefined : t('by', { name: by.name })} />
      ),
    },
    {
      key: 'reason',
      header: t('reason'),
      cell: ({ reason }) => (reason === '' ? <span className="text-ink-soft">{t('noReason')}</span> : reason),
    },
    { key: 'since', header: t('since'), cell: ({ at }) => moment(at), className: 'text-ink-soft' },
    {
      key: 'end',
      header: t('end'),
      cell: ({ until }) => (until === null ? t('noEnd') : moment(until)),
      className: 'text-ink-soft',
    },
    {
      key: 'actions',
      header: t('actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (mute) => (
        <Button
          size="small"
          tone="ghost"
          aria-label={t('liftName', { name: mute.person.name })}
          onClick={() => onLift(mute)}
        >
          {t('lift')}
        </Button>
      ),
    },
  ];
}
