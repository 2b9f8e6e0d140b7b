import type { OutgoingMessage } from '#lib/client/chat/ChatState.ts';
import type { Message } from '#lib/domain/chat/log.ts';

const at = '2026-03-02T10:00:00.000Z';

/** A message for tests and pictures; what matters is given. */
export function testMessage(over: Partial<Message> & Pick<Message, 'seq'>): Message {
  return {
    id: `message-${over.seq}`,
    roomId: 'room',
    clientId: `client-${over.seq}`,
    userId: 'mira',
    at,
    type: 'text',
    content: `Message ${over.seq}`,
    mentions: [],
    file: null,
    replyTo: null,
    threadId: null,
    replyCount: 0,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    reactions: [],
    ...over,
  };
}

/** A message that is on its way, for tests and pictures. */
export function testOutgoing(over: Partial<OutgoingMessage>): OutgoingMessage {
  return {
    clientId: 'client',
    roomId: 'room',
    atMs: Date.parse(at),
    type: 'text',
    content: 'On its way',
    mentions: [],
    replyTo: null,
    file: null,
    status: { kind: 'sending' },
    ...over,
  };
}
