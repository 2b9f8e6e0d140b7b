'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';
import { useMoment } from '#hooks/places/useMoment.ts';
import { type Action, useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import type { Revision } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';

interface RevisionsDialogProps {
  message: Pick<Message, 'id' | 'roomId'>;
  onClose: () => void;
}

/** What a message said before, for those who look after the room. */
export function RevisionsDialog({ message, onClose }: RevisionsDialogProps) {
  const t = useTranslations('chatModeration');
  const { revisions, reading } = useRevisions(message);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('revisionsTitle')}
      lead={t('revisionsLead')}
    >
      <FormProblem error={reading.error} />
      {reading.error !== null && (
        <Button className="mt-3" onClick={() => void reading.run()}>
          {t('again')}
        </Button>
      )}
      {revisions === null && reading.error === null && <SkeletonRows count={3} />}
      {revisions?.length === 0 && <p className="text-14 text-ink-soft">{t('noRevisions')}</p>}
      {revisions !== null && revisions.length > 0 && <RevisionList revisions={revisions} />}
    </Dialog>
  );
}

function RevisionList({ revisions }: { revisions: readonly Revision[] }) {
  const t = useTranslations('chatModeration');
  const moment = useMoment();
  return (
    <ol className="grid gap-4">
      {revisions.map(({ at, content }) => (
        <li key={at}>
          <time dateTime={at} className="text-13 text-ink-soft tabular-nums">
            {moment(at)}
          </time>
          <p className="mt-1 rounded-md bg-sunken px-3.5 py-2.5 text-14 whitespace-pre-line wrap-anywhere">
            {content === '' ? <span className="text-ink-soft">{t('noText')}</span> : content}
          </p>
        </li>
      ))}
    </ol>
  );
}

interface Revisions {
  readonly revisions: readonly Revision[] | null;
  readonly reading: Action<[], void>;
}

function useRevisions({ id, roomId }: RevisionsDialogProps['message']): Revisions {
  const api = useApi();
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null);
  const reading = useAction(async () => {
    const params = { chatroom: roomId, message: id };
    setRevisions((await api.call(chatRoutes.readRevisions, { params })).reply.revisions);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each message that is looked at
  useEffect(() => void reading.run(), [id, roomId]);
  return { revisions, reading };
}
