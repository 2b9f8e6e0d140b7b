import type { ClientReply } from '#lib/protocol/catalogue.ts';
import { createAlarm } from '../session/alarm.ts';
import { backoffMs } from '../session/backoff.ts';
import { RequestError } from '../session/RequestError.ts';
import type { ChatSignaling } from './ChatSignaling.ts';

export type SyncReply = ClientReply<'/chat', 'sync'>;

/** Asks what was missed: after each connect, and whenever a room turns out to have a hole. */
export interface Syncing {
  connected(): void;
  lost(): void;
  /** A hole was found: asked for a moment later, because what fills it is mostly on its way. */
  soon(): void;
  close(): void;
}

export interface SyncingOptions {
  readonly signaling: Pick<ChatSignaling, 'request'>;
  /** Rooms whose messages are held, and up to where. */
  readonly held: () => { roomId: string; afterSeq: number }[];
  /** Whether there still is a hole, when the moment is over. */
  readonly isNeeded: () => boolean;
  readonly onAsked: () => void;
  readonly onReply: (reply: SyncReply) => void;
  readonly random: () => number;
}

/** How long entries may take to come out of order, in ms. */
export const holePauseMs = 250;

export function createSyncing(options: SyncingOptions): Syncing {
  const { signaling, held, isNeeded, onAsked, onReply, random } = options;
  const next = createAlarm();
  let isConnected = false;
  let isAsking = false;
  /** Raised by every connect and loss: answers of an older connection are void. */
  let life = 0;

  async function ask(attempt: number): Promise<void> {
    const mine = life;
    isAsking = true;
    onAsked();
    try {
      const reply = await signaling.request('sync', { rooms: held() });
      if (mine !== life) return;
      isAsking = false;
      onReply(reply);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (mine !== life) return;
      isAsking = false;
      next.set(backoffMs(attempt, random()), () => void ask(attempt + 1));
    }
  }

  function begin(isNowConnected: boolean): void {
    life += 1;
    isConnected = isNowConnected;
    isAsking = false;
    next.clear();
  }

  return {
    connected() {
      begin(true);
      void ask(1);
    },
    lost: () => begin(false),
    soon() {
      if (!isConnected || isAsking || next.isSet()) return;
      next.set(holePauseMs, () => {
        if (isNeeded()) void ask(1);
      });
    },
    close: () => begin(false),
  };
}
