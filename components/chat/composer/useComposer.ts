'use client';

import { type ClipboardEvent, type ComponentPropsWithRef, type KeyboardEvent, useId } from 'react';
import { useTranslations } from 'use-intl';
import { useSelfId, useTimeline } from '#hooks/chat/useChat.ts';
import { completed } from '#lib/client/chat/mentions.ts';
import { messageLengthMost } from '#lib/domain/chat/limits.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { useRoomName } from '../timeline/useRoomName.ts';
import { type ComposerMode, lastEditable } from './composerState.ts';
import { useComposerText } from './useComposerText.ts';
import { useMembers } from './useMembers.ts';
import { useSending } from './useSending.ts';
import { type Suggestion, useSuggestions } from './useSuggestions.ts';

const noMessages = [] as const;

const fieldClass =
  'block max-h-[calc(8lh+22px)] min-h-11 min-w-0 flex-1 resize-none overflow-y-auto bg-transparent px-2 py-2.75 text-16 leading-[1.4] outline-none field-sizing-content placeholder:truncate placeholder:text-ink-soft desk:text-14';

/** The field of a room or a thread, with everything that is done from it. */
export function useComposer(mode: ComposerMode, onMode: (mode: ComposerMode) => void) {
  const t = useTranslations('chat.composer');
  const { room, threadId } = useRoomTalk();
  const roomName = useRoomName()(room);
  const { members, load } = useMembers(room.id);
  const text = useComposerText(mode, onMode);
  const list = useSuggestions(text.text, text.caret, members, load);
  const sending = useSending({ mode, onMode, text, members });
  const lastOfMine = useLastOfMine(threadId);
  const listId = useId();
  const hasList = list.suggestions.length > 0;

  function pick({ text: by }: Suggestion): void {
    if (list.word === null) return;
    const next = completed(text.text, text.caret, list.word, by);
    text.writeAt(next.text, next.caret);
  }

  /** Whether the list of suggestions has taken the key. */
  function listKey(event: KeyboardEvent): boolean {
    if (!hasList) return false;
    const chosen = list.suggestions[list.active];
    if (event.key === 'Escape') {
      event.stopPropagation();
      list.dismiss();
      return true;
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
      pick(chosen);
      return true;
    }
    return list.step(event.key);
  }

  /** Whether the field has done something of its own with the key. */
  function fieldKey(event: KeyboardEvent): boolean {
    if (event.key === 'Enter' && !event.shiftKey && !isTouched()) {
      sending.submit();
      return true;
    }
    if (event.key === 'ArrowUp' && text.text === '' && mode.kind === 'new' && lastOfMine !== null) {
      onMode({ kind: 'edit', message: lastOfMine });
      return true;
    }
    if (event.key !== 'Escape' || !text.isAnswering) return false;
    event.stopPropagation();
    text.cancel();
    return true;
  }

  const label = threadId === null ? t('label', { kind: room.kind, name: roomName }) : t('labelThread');
  const fieldProps: ComponentPropsWithRef<'textarea'> = {
    ref: text.field,
    rows: 1,
    value: text.text,
    dir: 'auto',
    'aria-label': label,
    placeholder: label,
    'aria-haspopup': 'listbox',
    'aria-controls': hasList ? listId : undefined,
    'aria-activedescendant': hasList ? `${listId}-${list.active}` : undefined,
    'aria-autocomplete': 'list',
    'aria-invalid': text.content.length > messageLengthMost,
    onChange: ({ currentTarget }) => text.write(currentTarget.value, currentTarget.selectionStart),
    onSelect: ({ currentTarget }) => text.setCaret(currentTarget.selectionStart),
    onKeyDown(event) {
      // Enter and arrows belong to an input method while it composes signs.
      if (event.nativeEvent.isComposing) return;
      if (listKey(event) || fieldKey(event)) event.preventDefault();
    },
    onPaste(event: ClipboardEvent) {
      const files = [...event.clipboardData.files];
      if (files.length === 0 || mode.kind === 'edit') return;
      event.preventDefault();
      sending.sendFiles(files);
    },
    className: fieldClass,
  };

  return {
    ...sending,
    fieldProps,
    listId,
    suggestions: list.suggestions,
    active: list.active,
    setActive: list.setActive,
    isEmpty: text.content === '',
    cancel: text.cancel,
    insert: text.insert,
    pick,
    focus: () => text.field.current?.focus(),
  };
}

function useLastOfMine(threadId: string | null) {
  const { room } = useRoomTalk();
  const selfId = useSelfId();
  const messages = useTimeline(room.id)?.messages ?? noMessages;
  const ofHere = threadId === null ? messages : messages.filter((message) => message.threadId === threadId);
  return lastEditable(ofHere, selfId);
}

/** On a keyboard of glass Enter makes a line, as everywhere there; the button sends. */
function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
