'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';

/** Longest reason, in UTF-16 units. */
const reasonMost = 300;

interface ReportDialogProps {
  message: Pick<Message, 'id' | 'roomId'>;
  /** Who wrote it. */
  authorName: string;
  onClose: () => void;
}

/** Brings a message to the moderators of the space. Its author is not told. */
export function ReportDialog({ message, authorName, onClose }: ReportDialogProps) {
  const t = useTranslations('chatModeration');
  const api = useApi();
  const toasts = useToasts();
  const [reason, setReason] = useState('');
  const report = useAction(async () => {
    const params = { chatroom: message.roomId, message: message.id };
    // A reason is one line; those who write several mean one.
    const body = { reason: reason.replace(/\s+/g, ' ').trim() };
    await api.call(chatRoutes.reportMessage, { params, body });
    toasts.show({ key: 'reported', title: t('reported'), detail: t('reportedText') });
    onClose();
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('reportTitle', { name: authorName })}
      detail={t('reportText', { name: authorName })}
      confirmLabel={t('report')}
      tone="primary"
      isPending={report.isPending}
      error={report.error}
      onConfirm={() => void report.run()}
    >
      <TextArea
        label={t('reportReason')}
        value={reason}
        maxLength={reasonMost}
        rows={3}
        isOptional
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
