import type { ChatInput, ChatOperationName, ChatReply } from '#lib/protocol/chat/operations.ts';
import type { WebServices } from '../../../services.ts';
import { personOf } from '../../caller.ts';
import type { Caller } from '../../define.ts';

interface Asking {
  readonly services: Pick<WebServices, 'chat'>;
  readonly caller: Caller;
}

/** Asks the chat in the caller's name; rights in rooms are judged there. */
export function ask<Name extends ChatOperationName>(
  { services, caller }: Asking,
  name: Name,
  input: ChatInput<Name>,
): Promise<ChatReply<Name>> {
  return services.chat.ask(name, { userId: personOf(caller).id, linkId: null }, input);
}

/** An operation whose answer says nothing. */
export const noReply = { reply: {} } as const;
