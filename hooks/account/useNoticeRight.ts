'use client';

import { useEffect, useState } from 'react';
import type { NoticeRight } from './preferences.ts';

interface NoticeAsking {
  /** What the browser says; null until it could be asked. */
  readonly right: NoticeRight | null;
  /** Lets the browser ask the person, where it has not yet, and resolves with what it says then. */
  ask(): Promise<NoticeRight>;
}

const currentRight = (): NoticeRight => ('Notification' in window ? Notification.permission : 'missing');

/** The browser's permission to show notifications. It is asked for by a press only. */
export function useNoticeRight(): NoticeAsking {
  const [right, setRight] = useState<NoticeRight | null>(null);
  useEffect(() => setRight(currentRight()), []);

  async function ask(): Promise<NoticeRight> {
    const now = currentRight();
    const answer = now === 'default' ? await Notification.requestPermission() : now;
    setRight(answer);
    return answer;
  }

  return { right, ask };
}
