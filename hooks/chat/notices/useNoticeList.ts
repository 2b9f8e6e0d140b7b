'use client';

import { useEffect, useMemo, useState } from 'react';
import { joined, type Page } from '#hooks/places/pages.ts';
import { type Action, useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import type { Notice } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import { useChatPlace } from '../ChatPlace.ts';
import { useNotices } from '../useChat.ts';
import { joinedNotices, noticeKey } from './noticeList.ts';

/** Notices at once. */
const pageSize = 30;

export interface NoticeList {
  /** Newest first; null until the first page has come. */
  readonly notices: readonly Notice[] | null;
  readonly hasMore: boolean;
  /** Reads the first page, or with true the next one. */
  readonly reading: Action<[boolean], void>;
}

/** Messages for me: those of this visit, and before them what the server knows. */
export function useNoticeList(): NoticeList {
  const api = useApi();
  const { spaceId } = useChatPlace();
  const live = useNotices();
  const [read, setRead] = useState<Page<Notice> | null>(null);
  const reading = useAction(async (isNext: boolean) => {
    const before = isNext ? read : null;
    const query = { limit: pageSize, cursor: before?.nextCursor ?? undefined };
    const { reply } = await api.call(chatRoutes.listNotices, { params: { space: spaceId }, query });
    setRead(before === null ? reply : joined(before, reply, noticeKey));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each space; what comes later comes by itself
  useEffect(() => {
    if (spaceId !== '') void reading.run(false);
  }, [spaceId]);
  const notices = useMemo(() => (read === null ? null : joinedNotices(live, read.items)), [live, read]);
  return { notices, hasMore: read !== null && read.nextCursor !== null, reading };
}
