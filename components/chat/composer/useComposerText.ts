'use client';

import { useEffect, useRef, useState } from 'react';
import { useChatStore } from '#hooks/chat/ChatContext.ts';
import { useDraft } from '#hooks/chat/useChat.ts';
import { cleanedWords } from '#lib/domain/chat/words.ts';
import { useRoomTalk } from '../RoomContext.ts';
import type { ComposerMode } from './composerState.ts';

/** What stands in the field and where the caret is: a draft, which is kept, or the new words of an edit, which are not. */
export function useComposerText(mode: ComposerMode, onMode: (mode: ComposerMode) => void) {
  const chat = useChatStore();
  const { room, threadId } = useRoomTalk();
  // A thread has a draft of its own.
  const draftKey = threadId ?? room.id;
  const draft = useDraft(draftKey);
  const [edited, setEdited] = useState('');
  const [caret, setCaret] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const isEdit = mode.kind === 'edit';
  const startText = isEdit ? mode.message.content : null;
  const isAnswering = isEdit || mode.replyTo !== null;
  const text = isEdit ? edited : draft;

  useEffect(() => {
    if (startText !== null) setEdited(startText);
  }, [startText]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field takes the focus each time something else is to be written
  useEffect(() => {
    if (isAnswering) field.current?.focus();
  }, [isAnswering, mode]);

  function write(next: string, nextCaret = next.length): void {
    setCaret(nextCaret);
    if (isEdit) {
      setEdited(next);
      return;
    }
    chat.setDraft(draftKey, next);
    chat.noteTyping(room.id, next);
  }

  /** The caret is set after React has put the text into the field. */
  function writeAt(next: string, nextCaret: number): void {
    write(next, nextCaret);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(nextCaret, nextCaret);
    });
  }

  return {
    field,
    text,
    /** Without the gaps around it, as it is sent. */
    content: cleanedWords(text),
    caret,
    setCaret,
    isAnswering,
    write,
    writeAt,
    /** Puts a sign in the place of what is marked. */
    insert(sign: string) {
      const at = field.current?.selectionStart ?? text.length;
      const end = field.current?.selectionEnd ?? at;
      writeAt(text.slice(0, at) + sign + text.slice(end), at + sign.length);
    },
    setEdited,
    /** Back to something new; a draft is as it was. */
    cancel() {
      onMode({ kind: 'new', replyTo: null });
      field.current?.focus();
    },
  };
}

export type ComposerText = ReturnType<typeof useComposerText>;
