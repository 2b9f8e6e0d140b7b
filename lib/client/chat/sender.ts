import type { ClientReply } from '#lib/protocol/catalogue.ts';
import type { ChatSignaling } from './ChatSignaling.ts';
import type { OutboxItems } from './outboxItems.ts';
import { type OutboxItem, sendInputOf } from './outgoing.ts';
import { afterRefusal, withStatus } from './refusals.ts';

/** Sends what waits: one message after the other in each room, in their order. */
export interface Sender {
  /** Sends in every room what is due. */
  pump(): void;
  lost(): void;
  /** A message is known to be stored: the next one need not wait for its acknowledgement. */
  settled(clientId: string): void;
}

export interface SenderOptions {
  readonly items: OutboxItems;
  readonly signaling: Pick<ChatSignaling, 'request'>;
  readonly isLive: () => boolean;
  readonly onSent: (item: OutboxItem, ack: ClientReply<'/chat', 'send-message'>) => void;
  /** A room is free for the next message. */
  readonly onFree: () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** One try; a later one of the same message is another object. */
interface Try {
  readonly clientId: string;
}

export function createSender(options: SenderOptions): Sender {
  const { items, signaling, isLive, onSent, onFree, now, random } = options;
  const tries = new Map<string, Try>();

  function pump(): void {
    for (const roomId of new Set(items.all().map(({ message }) => message.roomId))) pumpRoom(roomId);
  }

  function pumpRoom(roomId: string): void {
    if (!isLive() || tries.has(roomId)) return;
    const item = items.all().find((one) => one.message.roomId === roomId && isSendable(one));
    if (item === undefined || item.notBeforeMs > now()) return;
    if (items.storage()?.stillHas(item) === false) {
      items.drop([item.message.clientId]);
      pumpRoom(roomId);
    } else void send(roomId, item);
  }

  async function send(roomId: string, item: OutboxItem): Promise<void> {
    const { clientId } = item.message;
    const mine: Try = { clientId };
    tries.set(roomId, mine);
    items.change(clientId, (one) => withStatus(one, { kind: 'sending' }));
    const isCurrent = () => tries.get(roomId) === mine;
    try {
      const ack = await signaling.request('send-message', sendInputOf(item));
      if (isCurrent()) onSent(item, ack);
    } catch (error) {
      if (!isCurrent()) return;
      items.change(clientId, (one) => afterRefusal(one, error, now(), random()));
      const refused = items.get(clientId);
      if (refused !== null) items.storage()?.save(refused);
    } finally {
      if (isCurrent()) {
        tries.delete(roomId);
        onFree();
      }
    }
  }

  return {
    pump,
    lost() {
      const underWay = [...tries.values()];
      tries.clear();
      for (const { clientId } of underWay) {
        items.change(clientId, (one) => (one.ack === null ? withStatus(one, { kind: 'waiting' }) : one));
      }
    },
    settled(clientId) {
      for (const [roomId, one] of tries) if (one.clientId === clientId) tries.delete(roomId);
      onFree();
    },
  };
}

function isSendable({ message, pending, ack }: OutboxItem): boolean {
  const { status } = message;
  return ack === null && pending === null && !(status.kind === 'failed' && status.retryAtMs === null);
}
