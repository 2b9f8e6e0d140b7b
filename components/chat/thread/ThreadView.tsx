'use client';

import { useEffect, useRef, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { useOutgoing, useRoom, useSelfId } from '#hooks/chat/useChat.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { Composer } from '../composer/Composer.tsx';
import type { ComposerMode } from '../composer/composerState.ts';
import { MessageRow } from '../message/MessageRow.tsx';
import { OutgoingRow } from '../message/OutgoingRow.tsx';
import { RoomTalkProvider } from '../RoomTalkProvider.tsx';
import { SideHead } from '../SideHead.tsx';
import { type Row, rowsOf } from '../timeline/rows.ts';
import { DayLine } from '../timeline/Separators.tsx';
import { TimelineSkeleton } from '../timeline/TimelineStates.tsx';
import { useRovingRows } from '../timeline/useRovingRows.ts';
import { useThread } from './useThread.ts';

interface ThreadViewProps {
  roomId: string;
  /** Id of its first message. */
  threadId: string;
  onClose: () => void;
}

const ignore = () => undefined;

/** One message and all answers to it. */
export function ThreadView({ roomId, threadId, onClose }: ThreadViewProps) {
  const room = useRoom(roomId);
  return room === null ? null : <KnownThread room={room} threadId={threadId} onClose={onClose} />;
}

interface KnownThreadProps {
  room: ChatroomView;
  threadId: string;
  onClose: () => void;
}

function KnownThread({ room, threadId, onClose }: KnownThreadProps) {
  const t = useTranslations('chat.thread');
  const [mode, setMode] = useState<ComposerMode>({ kind: 'new', replyTo: null });
  return (
    <RoomTalkProvider room={room} threadId={threadId} onMode={setMode} onShowThread={ignore}>
      <SideHead title={t('title')} closeLabel={t('close')} onClose={onClose} />
      <ThreadMessages room={room} threadId={threadId} />
      <Composer mode={mode} onMode={setMode} />
    </RoomTalkProvider>
  );
}

function ThreadMessages({ room, threadId }: Omit<KnownThreadProps, 'onClose'>) {
  const t = useTranslations('chat.thread');
  const thread = useThread(room.id, threadId);
  const selfId = useSelfId();
  const timeZone = useTimeZone() ?? 'UTC';
  const outgoing = useOutgoing(room.id).filter(({ replyTo }) => replyTo === threadId);
  const common = { selfId, timeZone, newAfterSeq: null, hasOlder: true, isAtEnd: true };
  const rows = rowsOf({ messages: thread.messages, outgoing, ...common });
  const scroller = useFollowedEnd(rows.length);
  const noList = useRef(null);
  const roving = useRovingRows(rows, scroller, noList);
  if (thread.state === 'failed') {
    return (
      <div role="alert" className="grid flex-1 content-center justify-items-center gap-3 px-6 text-center">
        <p className="text-14 text-pretty text-ink-soft">{t('failed')}</p>
        <Button icon="refresh" onClick={thread.reload}>
          {t('retry')}
        </Button>
      </div>
    );
  }
  if (thread.state === 'loading') return <TimelineSkeleton />;
  return (
    <div
      ref={scroller}
      role="log"
      aria-live="off"
      aria-label={t('label', { count: Math.max(0, thread.messages.length - 1) })}
      onKeyDown={roving.onKeyDown}
      className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain pb-2"
    >
      {rows.map((row) => (
        <ThreadRow key={row.key} row={row} activeKey={roving.activeKey} onFocus={roving.onFocus} />
      ))}
    </div>
  );
}

interface ThreadRowProps {
  row: Row;
  activeKey: string | null;
  onFocus: (key: string) => void;
}

function ThreadRow({ row, activeKey, onFocus }: ThreadRowProps) {
  if (row.kind === 'day') return <DayLine at={row.at} />;
  if (row.kind !== 'message' && row.kind !== 'outgoing') return null;
  const common = { isFirst: true, isTabStop: row.key === activeKey, rowKey: row.key, onFocus };
  return row.kind === 'outgoing' ? (
    <OutgoingRow outgoing={row.outgoing} {...common} />
  ) : (
    <MessageRow message={row.message} isMarked={false} {...common} />
  );
}

/** An element that scrolls to its end when it gets another row. */
function useFollowedEnd(rowCount: number) {
  const scroller = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new row is followed
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [rowCount]);
  return scroller;
}
