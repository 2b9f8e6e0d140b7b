import type { ChatOperationName } from '#lib/protocol/chat/operations.ts';
import type { ChatActor, ChatPort } from '#server/chat/ports.ts';

/** A chat for tests in which nobody asks it anything. */
export const noChat: ChatPort = {
  ask: (name) => Promise.reject(new Error(`${name} is not asked for here`)),
};

/** What a chat was asked. */
export interface AskedOfChat {
  readonly name: ChatOperationName;
  readonly actor: ChatActor;
  readonly input: unknown;
}

/** Answers of a chat by operation: each is given what was asked. */
export type ChatAnswers = Partial<Record<ChatOperationName, (input: never) => unknown>>;

/** A chat that keeps what it was asked and answers as the test says; what it has no answer for it answers with `{}`. */
export function recordingChat(answers: ChatAnswers = {}): { chat: ChatPort; asked: AskedOfChat[] } {
  const asked: AskedOfChat[] = [];
  const chat: ChatPort = {
    async ask(name, actor, input) {
      asked.push({ name, actor, input });
      const answer = await answers[name]?.(input as never);
      return (answer ?? {}) as never;
    },
  };
  return { chat, asked };
}
