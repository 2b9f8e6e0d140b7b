'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { usePerson, useSelfId } from '#hooks/chat/useChat.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { ReportDialog } from '../moderation/ReportDialog.tsx';
import { RevisionsDialog } from '../moderation/RevisionsDialog.tsx';
import type { MessageQuestion } from '../RoomContext.ts';
import { refusalKey } from '../refusalKey.ts';
import { Lightbox } from './Lightbox.tsx';
import { useQuoteWords } from './Quote.tsx';

interface MessageWindowsProps {
  question: MessageQuestion | null;
  onClose: () => void;
}

/** What is asked or shown about one message. It outlives the message's row, which may have scrolled away. */
export function MessageWindows({ question, onClose }: MessageWindowsProps) {
  const author = usePerson(question?.message.userId ?? null);
  if (question === null) return null;
  const { kind, message } = question;
  switch (kind) {
    case 'delete':
      return <DeleteWindow message={message} authorName={author?.name ?? ''} onClose={onClose} />;
    case 'report':
      return <ReportDialog message={message} authorName={author?.name ?? ''} onClose={onClose} />;
    case 'revisions':
      return <RevisionsDialog message={message} onClose={onClose} />;
    case 'image':
      return message.file === null ? null : <Lightbox file={message.file} onClose={onClose} />;
  }
}

interface DeleteWindowProps {
  message: Message;
  authorName: string;
  onClose: () => void;
}

function DeleteWindow({ message, authorName, onClose }: DeleteWindowProps) {
  const t = useTranslations('chat.message');
  const words = useTranslations('refusals');
  const chat = useChatStore();
  const toasts = useToasts();
  const isMine = useSelfId() === message.userId;
  const quote = useQuoteWords()(message);

  async function remove(): Promise<void> {
    onClose();
    try {
      await chat.remove(message);
    } catch (error) {
      toasts.show({ key: 'chat-act', title: t('failed'), detail: words(refusalKey(error)), tone: 'bad' });
    }
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('deleteTitle')}
      detail={
        <>
          <p>{isMine ? t('deleteMine') : t('deleteOther', { name: authorName })}</p>
          <p dir="auto" className="mt-2 line-clamp-3 rounded-sm bg-sunken px-3 py-2 wrap-anywhere">
            {quote}
          </p>
        </>
      }
      confirmLabel={t('delete')}
      onConfirm={() => void remove()}
    />
  );
}
