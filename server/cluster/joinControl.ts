import type { ChatService } from '../chat/ports.ts';
import type { ControlCommand, ControlPort } from './ports.ts';

/** Commands about somebody who stands in a space; the chat has nothing to do with them. */
const ofTheFloor: ReadonlySet<ControlCommand['kind']> = new Set(['mute', 'move', 'remove', 'announce']);

/** The control port of a process that has both spaces and chat: each hears what concerns it. */
export function joinControl(spaces: ControlPort, chat: Pick<ChatService, 'heed'>): ControlPort {
  return {
    presence: (spaceIds, limit) => spaces.presence(spaceIds, limit),
    participants: (spaceId) => spaces.participants(spaceId),
    async apply(command) {
      if (ofTheFloor.has(command.kind)) return await spaces.apply(command);
      const [inSpaces, chats] = await Promise.all([spaces.apply(command), chat.heed(command)]);
      return { reached: inSpaces.reached + chats };
    },
  };
}
