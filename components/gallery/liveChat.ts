import type { ChatStart } from '#components/chat/useShell.ts';
import type { ChatStore } from '#lib/client/chat/ChatStore.ts';
import { createMemoryChat } from '#lib/client/chat/memoryChat.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';

/** A chat in memory with somebody in it. */
export interface LiveChat {
  readonly chat: ChatStore;
  readonly start: ChatStart;
  /** The other one writes something. */
  answer(): void;
  cut(): void;
  connect(): void;
  close(): void;
}

const jonas: PersonView = { id: '00000000-0000-7000-8000-000000000002', name: 'Jonas', cast: 'jonas' };

/** How often what is under way is delivered, in ms. */
const deliverEveryMs = 150;

/** Messages that are there from the start: enough to scroll, and to load older ones. */
const writtenBefore = 180;

/** Makes one with a long talk; it delivers by itself until it is closed. */
export function makeLiveChat(): LiveChat {
  const memory = createMemoryChat({ people: [jonas] });
  const { rooms, wire, self, chat } = memory;
  const room = rooms.add({ name: 'Harbour', description: 'Plans and coffee' });
  for (let number = 1; number <= writtenBefore; number += 1) {
    const userId = number % 3 === 0 ? self.id : jonas.id;
    rooms.write(userId, {
      roomId: room.id,
      message: `**${number}** ${'Tide and wind. '.repeat(number % 7)}`,
    });
  }
  const deliver = () => void memory.flush();
  memory.connect();
  deliver();
  const timer = setInterval(deliver, deliverEveryMs);
  let answers = 0;
  return {
    chat,
    start: { roomId: room.id, messageId: null },
    answer() {
      answers += 1;
      rooms.write(jonas.id, { roomId: room.id, message: `Answer ${answers} :)` });
    },
    cut: () => wire.cut(),
    connect: () => memory.connect(),
    close() {
      clearInterval(timer);
      chat.close();
    },
  };
}
