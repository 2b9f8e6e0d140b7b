'use client';

import { useTranslations } from 'use-intl';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useSelfId, useTimeline } from '#hooks/chat/useChat.ts';
import { useSecondsUntil } from '#hooks/live/useSecondsUntil.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { mentionsIn } from '#lib/client/chat/mentions.ts';
import { messageLengthMost } from '#lib/domain/chat/limits.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { refusalKey } from '../refusalKey.ts';
import { type ComposerMode, countFrom, mayWriteAtMs } from './composerState.ts';
import { checkedFiles } from './files.ts';
import type { ComposerText } from './useComposerText.ts';

interface SendingInput {
  mode: ComposerMode;
  onMode: (mode: ComposerMode) => void;
  text: ComposerText;
  /** Members of the room; null while they are not known. */
  members: readonly PersonView[] | null;
}

const noMessages = [] as const;

/** What becomes of the words in the field: a message, an edit, words beside files. */
export function useSending({ mode, onMode, text, members }: SendingInput) {
  const t = useTranslations('chat.composer');
  const words = useTranslations('refusals');
  const chat = useChatStore();
  const toasts = useToasts();
  const { room, subject, threadId } = useRoomTalk();
  const selfId = useSelfId();
  const messages = useTimeline(room.id)?.messages ?? noMessages;
  const untilS = useSecondsUntil(mayWriteAtMs({ room, subject, messages, selfId }));
  const { content } = text;
  const waitS = mode.kind === 'edit' ? 0 : untilS;
  const maySend = content !== '' && content.length <= messageLengthMost && waitS === 0;
  const left = messageLengthMost - content.length;
  const answered = mode.kind === 'new' ? mode.replyTo : null;
  const replyTo = answered?.id ?? threadId;

  /** Names that were written out before the members were known count as well. */
  const mentioned = () => mentionsIn(content, members ?? [...chat.getState().people.values()]);

  function startAnew(): void {
    text.write('');
    onMode({ kind: 'new', replyTo: null });
  }

  async function saveEdit(message: Message): Promise<void> {
    text.cancel();
    if (content === message.content) return;
    try {
      await chat.edit(message, content, mentioned());
    } catch (error) {
      const detail = words(refusalKey(error));
      toasts.show({ key: 'chat-edit', title: t('editFailed'), detail, tone: 'bad' });
      onMode({ kind: 'edit', message: { ...message, content } });
    }
  }

  return {
    maySend,
    /** Seconds until slow mode lets me write. */
    waitS,
    /** Characters that may still be written, once they become few; else null. */
    left: left <= countFrom ? left : null,
    submit() {
      if (!maySend) return;
      if (mode.kind === 'edit') {
        void saveEdit(mode.message);
        return;
      }
      chat.send(room.id, { content, mentions: mentioned(), replyTo });
      startAnew();
    },
    /** The words go with the first of the files. */
    sendFiles(files: readonly File[]) {
      const { good, refused } = checkedFiles(files);
      for (const { file, reason } of refused) {
        const title = t('fileRefused', { name: file.name });
        toasts.show({ key: `file-${file.name}`, title, detail: t(reason), tone: 'bad' });
      }
      const written = { content: content.slice(0, messageLengthMost), mentions: mentioned(), replyTo };
      for (const [index, file] of good.entries()) {
        chat.sendFile(
          room.id,
          { blob: file, name: file.name },
          index === 0 ? written : { content: '', replyTo },
        );
      }
      if (good.length > 0) startAnew();
    },
    sendVoice(blob: Blob, voiceMs: number) {
      chat.sendFile(room.id, { blob, name: t('voiceName'), voiceMs }, { content: '', replyTo });
      onMode({ kind: 'new', replyTo: null });
    },
  };
}
