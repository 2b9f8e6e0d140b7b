import type { Clock } from '../../clock.ts';
import type { ChatLogRepository, Store } from '../../persistence/ports.ts';
import type { Access } from '../access/Access.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { ChatContext } from '../context.ts';
import type { Limits } from '../limits/Limits.ts';
import type { RecentActs } from '../limits/RecentActs.ts';
import type { SlowMode } from '../limits/SlowMode.ts';
import type { People } from '../people/People.ts';
import type { MissedEntries } from '../sync/MissedEntries.ts';
import type { ReadMarks } from '../telling/ReadMarks.ts';

/** What the operations of messages are made of. */
export interface MessageDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly access: Access;
  readonly bubbles: BubbleRooms;
  readonly people: People;
  readonly limits: Limits;
  readonly slowMode: SlowMode;
  readonly acts: RecentActs;
  readonly missed: MissedEntries;
  readonly marks: ReadMarks;
  readonly context: ChatContext;
}

/** The log that a room is written in. */
export function logOf(
  { bubbles, store }: Pick<MessageDeps, 'bubbles' | 'store'>,
  roomId: string,
): ChatLogRepository {
  return bubbles.has(roomId) ? bubbles.chatLog : store.chatLog;
}

export const nowOf = ({ clock }: Pick<MessageDeps, 'clock'>): string => new Date(clock.nowMs()).toISOString();
