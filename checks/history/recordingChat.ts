import type { ChatSignaling } from '#lib/client/chat/ChatSignaling.ts';
import { RequestError } from '#lib/client/session/RequestError.ts';
import type { ClientPayload } from '#lib/protocol/catalogue.ts';
import type { ChatReply } from '#lib/protocol/chat/operations.ts';
import type { MessagePage, Missed } from '#lib/protocol/chat/views.ts';
import type { ActKind, HistoryEvent } from './History.ts';

type Note = (event: HistoryEvent) => void;

const actKinds: Partial<Record<string, ActKind>> = {
  'send-message': 'send',
  'edit-message': 'edit',
  'delete-message': 'delete',
  react: 'react',
  pin: 'pin',
};

/** The fields of acts that concern the checker; each kind has some of them. */
interface ActPayload {
  readonly roomId: string;
  readonly clientId?: string;
  readonly message?: string;
  readonly messageId?: string;
  readonly emoji?: string;
  readonly isOn?: boolean;
}

/** A way to the chat that notes what is asked, what is answered and what comes, and changes nothing. */
export function recordChat(signaling: ChatSignaling, person: string, note: Note): ChatSignaling {
  const asked = new Set<string>();
  let connection = 0;
  signaling.onLost(() => {
    connection += 1;
  });
  signaling.on('room-events', ({ roomId, entries }) =>
    note({ kind: 'heard', person, roomId, connection, entries }),
  );
  signaling.on('room-gone', ({ roomId }) => note({ kind: 'gone', person, roomId }));

  function noteAsked(act: ActKind, payload: ActPayload, clientId: string): void {
    if (asked.has(clientId)) return;
    asked.add(clientId);
    const { roomId, message, messageId = null, emoji = null, isOn = null } = payload;
    const words = act === 'send' ? (message ?? '') : null;
    note({ kind: 'asked', person, roomId, act, clientId, words, messageId, emoji, isOn });
  }

  async function act<Reply>(kind: ActKind, payload: ActPayload, ask: () => Promise<Reply>): Promise<Reply> {
    const { roomId, clientId } = payload;
    if (clientId === undefined) return await ask();
    noteAsked(kind, payload, clientId);
    try {
      const reply = await ask();
      const { seq, id = null } = reply as { seq: number; id?: string };
      note({ kind: 'acknowledged', person, roomId, clientId, seq, id });
      return reply;
    } catch (error) {
      if (error instanceof RequestError && !error.isTransient)
        note({ kind: 'refused', person, roomId, clientId, code: error.code });
      throw error;
    }
  }

  function noteMissed(missed: readonly Missed[], afterSeqs: ReadonlyMap<string, number>): void {
    for (const { roomId, kind, entries, lastSeq } of missed) {
      const afterSeq = afterSeqs.get(roomId) ?? 0;
      note({ kind: 'missed', person, roomId, afterSeq, isReload: kind === 'reload', entries, lastSeq });
    }
  }

  function noteReply(event: string, payload: unknown, reply: unknown): void {
    if (event === 'sync') {
      const { rooms } = payload as ClientPayload<'/chat', 'sync'>;
      const afterSeqs = new Map(rooms.map(({ roomId, afterSeq }) => [roomId, afterSeq]));
      noteMissed((reply as { missed: Missed[] }).missed, afterSeqs);
    }
    if (event === 'read-history') notePage(reply as ChatReply<'read-history'>);
    if (event === 'join-room') notePage((reply as { page: MessagePage }).page);
  }

  const notePage = ({ roomId, messages }: MessagePage): void =>
    note({ kind: 'read', person, roomId, messages });

  return {
    ...signaling,
    async request(event, payload) {
      const kind = actKinds[event];
      if (kind !== undefined)
        return await act(kind, payload as ActPayload, () => signaling.request(event, payload));
      const reply = await signaling.request(event, payload);
      noteReply(event, payload, reply);
      return reply;
    },
  };
}
