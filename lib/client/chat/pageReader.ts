import type { Timeline } from '#lib/domain/chat/timeline.ts';
import { addNewer, addOlder } from '#lib/domain/chat/timelinePages.ts';
import type { MessagePage } from '#lib/protocol/chat/views.ts';
import { RequestError } from '../session/RequestError.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import { type HeldRoom, type Place, pageOf } from './heldRoom.ts';

/** Messages that one request brings. */
const pageSize = 50;

/** How often a page that is too old to be joined is read again. */
const tries = 3;

export interface PageReaderOptions {
  readonly signaling: Pick<ChatSignaling, 'request'>;
  readonly roomOf: (roomId: string) => HeldRoom | null;
  readonly change: (roomId: string, next: (held: HeldRoom) => HeldRoom) => void;
  /** People and messages of a page, before they show. */
  readonly onPage: (roomId: string, page: MessagePage) => void;
  readonly together: (run: () => void) => void;
}

/** Reads pages and joins them to windows. */
export interface PageReader {
  /** @throws RequestError */
  read(roomId: string, place: Place): Promise<MessagePage>;
  loadOlder(roomId: string): Promise<void>;
  loadNewer(roomId: string): Promise<void>;
  /** A window could not be read: it waits for the connection, or says so. @throws what it was given */
  failed(roomId: string, life: number, error: unknown): never;
  /** What is already shown as a state. */
  ignoreFailure(error: unknown): void;
}

type Side = 'Older' | 'Newer';

export function createPageReader(options: PageReaderOptions): PageReader {
  const { signaling, roomOf, change, onPage, together } = options;

  const read = (roomId: string, place: Place): Promise<MessagePage> =>
    signaling.request('read-history', { roomId, limit: pageSize, ...whereOf(place) });

  async function extend(roomId: string, side: Side): Promise<void> {
    const held = roomOf(roomId);
    if (held === null || !mayExtend(held, side)) return;
    const { life } = held;
    const mark = (isLoading: boolean) =>
      change(roomId, (now) => (now.life === life ? { ...now, [`isLoading${side}`]: isLoading } : now));
    mark(true);
    try {
      await join(roomId, side, life);
    } finally {
      mark(false);
    }
  }

  async function join(roomId: string, side: Side, life: number): Promise<void> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const timeline = roomOf(roomId)?.timeline;
      if (timeline === undefined) return;
      const page = await signaling.request('read-history', {
        roomId,
        limit: pageSize,
        ...edgeOf(timeline, side),
      });
      const now = roomOf(roomId);
      if (now === null || now.life !== life) return;
      const add = side === 'Older' ? addOlder : addNewer;
      const joined = add(now.timeline, pageOf(page));
      if (joined === null) continue;
      together(() => {
        onPage(roomId, page);
        change(roomId, (room) => ({ ...room, timeline: joined }));
      });
      return;
    }
  }

  return {
    read,
    loadOlder: (roomId) => extend(roomId, 'Older'),
    loadNewer: (roomId) => extend(roomId, 'Newer'),
    failed(roomId, life, error) {
      const isOffline = error instanceof RequestError && error.code === 'offline';
      change(roomId, (held) => {
        if (held.life !== life || isOffline) return held;
        return held.timeline.isKnown ? { ...held, wanted: null } : { ...held, state: 'failed' };
      });
      throw error;
    },
    ignoreFailure(error) {
      if (!(error instanceof RequestError)) throw error;
    },
  };
}

function whereOf(place: Place): { at?: string; aroundMessageId?: string } {
  if (place === 'end') return {};
  return 'at' in place ? { at: place.at } : { aroundMessageId: place.messageId };
}

function mayExtend(held: HeldRoom, side: Side): boolean {
  if (held.state !== 'ready') return false;
  if (side === 'Older') return held.timeline.hasOlder && !held.isLoadingOlder;
  return !held.timeline.isAtEnd && !held.isLoadingNewer;
}

function edgeOf({ messages, lastSeq }: Timeline, side: Side): { beforeSeq: number } | { afterSeq: number } {
  if (side === 'Older') return { beforeSeq: messages[0]?.seq ?? lastSeq + 1 };
  return { afterSeq: messages.at(-1)?.seq ?? 0 };
}
