'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { type SpaceActs, useSpaceActs } from '#hooks/places/useSpaceActs.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

/** The end of a space: for a while, or for good. Only for those who may. */
export function DangerZone({ space }: { space: SpaceView }) {
  const t = useTranslations('spaceSettings');
  const router = useRouter();
  const acts = useSpaceActs({ onEnd: () => router.refresh() });
  const removing = useSpaceActs({
    onEnd(_, isDone) {
      if (isDone) router.push('/spaces');
      router.refresh();
    },
  });
  const subject = { account: accountKindOfViewer(useViewer()), role: space.role };
  const mayArchive = isAllowed(subject, 'archive:space');
  const mayDelete = isAllowed(subject, 'delete:space');
  if (!mayArchive && !mayDelete) return null;
  return (
    <Card title={t('dangerTitle')} tone="bad">
      <div className="grid gap-5">
        {mayArchive && <ArchiveRow space={space} acts={acts} />}
        {mayDelete && <DeleteRow space={space} acts={removing} />}
      </div>
    </Card>
  );
}

interface RowProps {
  space: SpaceView;
  acts: SpaceActs;
}

function ArchiveRow({ space, acts }: RowProps) {
  const t = useTranslations('spaceSettings');
  const isArchived = space.archivedAt !== null;
  const way = isArchived ? 'unarchive' : 'archive';
  return (
    <Row title={t(`${way}Title`)} detail={t(`${way}Detail`)}>
      <Button icon={isArchived ? 'refresh' : 'archive'} onClick={() => void acts[way](space)}>
        {t(way)}
      </Button>
    </Row>
  );
}

function DeleteRow({ space, acts }: RowProps) {
  const t = useTranslations('spaceSettings');
  const [isAsking, setAsking] = useState(false);
  return (
    <Row title={t('deleteTitle')} detail={t('deleteDetail')}>
      <Button tone="away" icon="bin" onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('deleteAsk', { space: space.name })}
        detail={t('deleteAskText', { count: space.presence?.count ?? 0 })}
        confirmLabel={t('delete')}
        onConfirm={() => {
          setAsking(false);
          void acts.remove(space);
        }}
      />
    </Row>
  );
}

function Row({ title, detail, children }: { title: string; detail: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start justify-between gap-3 desk:flex-row desk:items-center desk:gap-6">
      <div className="min-w-0">
        <h3 className="text-14 font-name">{title}</h3>
        <p className="mt-0.5 max-w-[44em] text-13 text-pretty text-ink-soft">{detail}</p>
      </div>
      {children}
    </div>
  );
}
