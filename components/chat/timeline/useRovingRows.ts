'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { useSelfId } from '#hooks/chat/useChat.ts';
import { messageRights } from '../message/messageRights.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { actOfKey, stepInRows } from './listKeys.ts';
import type { Row } from './rows.ts';

export interface RovingRows {
  /** The row that `Tab` leads to. */
  readonly activeKey: string | null;
  /** Its place in the list; it stays on the page though it is out of view. */
  readonly activeIndex: number;
  onFocus(key: string): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** One stop for `Tab` in the whole list; arrows walk from message to message, letters do things with the one in focus. */
export function useRovingRows(
  rows: readonly Row[],
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
): RovingRows {
  const { subject, acts } = useRoomTalk();
  const selfId = useSelfId();
  const [wanted, setWanted] = useState<string | null>(null);
  const goesTo = useRef<string | null>(null);
  const stops = rows.flatMap((row, index) => ('isFirst' in row ? [{ row, index }] : []));
  const active = stops.find(({ row }) => row.key === wanted) ?? stops.at(-1) ?? null;

  useEffect(() => {
    if (goesTo.current === null || goesTo.current !== wanted) return;
    goesTo.current = null;
    focusRow(scroller.current, wanted);
  }, [wanted, scroller]);

  function walk(key: string): boolean {
    const at = stops.findIndex(({ row }) => row.key === active?.row.key);
    const next = stops[stepInRows(key, at, stops.length) ?? -1];
    if (next === undefined) return false;
    if (next.row.key === wanted) {
      // From a button within the row to the row itself.
      focusRow(scroller.current, wanted);
    } else {
      // Its row may have to be drawn first.
      goesTo.current = next.row.key;
      setWanted(next.row.key);
    }
    list.current?.scrollToIndex(next.index, { align: 'nearest' });
    return true;
  }

  /** Whether the key has done something with the message in focus. */
  function actByKey({ key, target }: KeyboardEvent): boolean {
    if (!(target instanceof HTMLElement) || target.dataset.row === undefined) return false;
    if (active?.row.kind !== 'message') return false;
    const { message } = active.row;
    const act = actOfKey(key, messageRights(subject, message, selfId));
    if (act === null) return false;
    if (act === 'delete') acts.ask({ kind: 'delete', message });
    else acts[act](message);
    return true;
  }

  return {
    activeKey: active?.row.key ?? null,
    activeIndex: active?.index ?? -1,
    onFocus: setWanted,
    onKeyDown(event) {
      if (!isForList(event)) return;
      if (actByKey(event) || walk(event.key)) {
        event.preventDefault();
        event.stopPropagation();
      } else if (/^Key[WASD]$/.test(event.code)) {
        // Letters that walk on the map do not walk while a message has the keyboard.
        event.stopPropagation();
      }
    },
  };
}

function focusRow(scroller: HTMLElement | null, key: string): void {
  scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Fields and menus within a message keep their keys, and so does whatever is pressed with Ctrl, Alt or Meta. */
function isForList({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return false;
  return !target.matches('input, textarea, [role^="menu"]');
}
