'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { Virtualizer } from 'virtua';
import { Spinner } from '#components/ui/Spinner.tsx';
import { useOutgoing, useSelfId, useTimeline } from '#hooks/chat/useChat.ts';
import type { RoomTimeline } from '#lib/client/chat/ChatState.ts';
import { MessageRow } from '../message/MessageRow.tsx';
import { OutgoingRow } from '../message/OutgoingRow.tsx';
import { useRoomTalk } from '../RoomContext.ts';
import { EmptyTalk } from './EmptyTalk.tsx';
import { NewsReader } from './NewsReader.tsx';
import { type Row, rowsOf } from './rows.ts';
import { BeginningLine, DayLine, NewLine } from './Separators.tsx';
import { TimelineFailed, TimelineSkeleton } from './TimelineStates.tsx';
import { ToLatest } from './ToLatest.tsx';
import { useRovingRows } from './useRovingRows.ts';
import { useTimelineScroll } from './useTimelineScroll.ts';

/** Where there is no window to measure, rows are written without one. */
const rowsWithoutWindow = typeof window === 'undefined' ? 80 : undefined;

/** The messages of a room, or what stands in their place until they are there. */
export function Timeline() {
  const { room } = useRoomTalk();
  const timeline = useTimeline(room.id);
  const outgoing = useOutgoing(room.id);
  if (timeline?.state === 'failed' && timeline.messages.length === 0) return <TimelineFailed />;
  if (timeline === null || (timeline.state !== 'ready' && timeline.messages.length === 0)) {
    return <TimelineSkeleton />;
  }
  if (timeline.messages.length === 0 && outgoing.length === 0) return <EmptyTalk />;
  return <MessageList key={room.id} timeline={timeline} />;
}

function MessageList({ timeline }: { timeline: RoomTimeline }) {
  const t = useTranslations('chat.timeline');
  const { room } = useRoomTalk();
  const rows = useRows(timeline);
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useTimelineScroll(room.id, timeline, rows, scroller);
  const roving = useRovingRows(rows, scroller, scroll.list);
  useEndAfterSending(scroll.toEnd);
  return (
    <div className="relative min-h-0 flex-1">
      {/* New messages are read out by `NewsReader`: in a list that is made and unmade while one scrolls, old ones would be too. */}
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t('label')}
        aria-busy={timeline.isLoadingOlder || timeline.isLoadingNewer}
        onKeyDown={roving.onKeyDown}
        className="flex h-full flex-col overflow-x-hidden overflow-y-auto overscroll-contain pb-2 [overflow-anchor:none]"
      >
        <div className="flex-1" />
        <Virtualizer
          ref={scroll.list}
          scrollRef={scroller}
          data={rows}
          shift={scroll.isShifted}
          keepMounted={roving.activeIndex === -1 ? [] : [roving.activeIndex]}
          ssrCount={rowsWithoutWindow}
          onScroll={scroll.onScroll}
        >
          {(row: Row) => (
            <div key={row.key}>
              <RowView
                row={row}
                activeKey={roving.activeKey}
                markedId={scroll.markedId}
                onFocus={roving.onFocus}
              />
            </div>
          )}
        </Virtualizer>
      </div>
      {timeline.isLoadingOlder && <EdgeSpinner className="top-2" />}
      {timeline.isLoadingNewer && <EdgeSpinner className="bottom-2" />}
      {!scroll.isFollowing && <ToLatest timeline={timeline} onPress={scroll.toEnd} />}
      <NewsReader timeline={timeline} />
    </div>
  );
}

/** Whoever sends something wants to see it. */
function useEndAfterSending(toEnd: () => void): void {
  const { room } = useRoomTalk();
  const last = useOutgoing(room.id).at(-1)?.clientId ?? null;
  const seen = useRef(last);
  const latest = useRef(toEnd);
  useEffect(() => {
    latest.current = toEnd;
  });
  useEffect(() => {
    const isNew = last !== null && last !== seen.current;
    seen.current = last;
    if (isNew) latest.current();
  }, [last]);
}

function useRows(timeline: RoomTimeline): readonly Row[] {
  const { room } = useRoomTalk();
  const { messages, newAfterSeq, hasOlder, isAtEnd } = timeline;
  const outgoing = useOutgoing(room.id);
  const selfId = useSelfId();
  const timeZone = useTimeZone() ?? 'UTC';
  return useMemo(
    () => rowsOf({ messages, outgoing, selfId, newAfterSeq, hasOlder, isAtEnd, timeZone }),
    [messages, outgoing, selfId, newAfterSeq, hasOlder, isAtEnd, timeZone],
  );
}

interface RowViewProps {
  row: Row;
  activeKey: string | null;
  markedId: string | null;
  onFocus: (key: string) => void;
}

function RowView({ row, activeKey, markedId, onFocus }: RowViewProps) {
  switch (row.kind) {
    case 'beginning':
      return <BeginningLine />;
    case 'day':
      return <DayLine at={row.at} />;
    case 'new':
      return <NewLine />;
  }
  const common = { isFirst: row.isFirst, isTabStop: row.key === activeKey, rowKey: row.key, onFocus };
  return row.kind === 'outgoing' ? (
    <OutgoingRow outgoing={row.outgoing} {...common} />
  ) : (
    <MessageRow message={row.message} isMarked={row.message.id === markedId} {...common} />
  );
}

function EdgeSpinner({ className }: { className: string }) {
  return (
    <span
      className={`absolute inset-x-0 mx-auto grid size-9 place-items-center rounded-full bg-raised text-ink-soft shadow-2 ${className}`}
    >
      <Spinner size={18} />
    </span>
  );
}
