import { type ChatOperationName, type ChatReply, chatOperations } from '#lib/protocol/chat/operations.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatPort } from '../chat/ports.ts';
import { chatAnswerSchema, controlPaths } from './controlMessages.ts';
import { createSignedPost, type SignedPostOptions } from './signedPost.ts';

/** A message is answered when it is stored, and a database that is busy may take a while, in ms. */
const timeoutMs = 10_000;

/**
 * Asks the chat of the realtime server by signed HTTP. Throws `RefusedError`: what the chat refused, `unavailable` when
 * it does not answer; a message may have been stored all the same, which a retry with the same client id finds out.
 */
export function createHttpChatPort(options: Omit<SignedPostOptions, 'timeoutMs'>): ChatPort {
  const post = createSignedPost({ ...options, timeoutMs }, async (response) => {
    await response.body?.cancel();
    return new Error(`it answered with status ${response.status}`);
  });
  return {
    async ask<Name extends ChatOperationName>(
      name: Name,
      actor: Parameters<ChatPort['ask']>[1],
      input: Parameters<ChatPort['ask']>[2],
    ): Promise<ChatReply<Name>> {
      const answer = await post(controlPaths.chat, { name, actor, input }, chatAnswerSchema);
      if ('error' in answer) {
        const { code, message, path, retryAfterMs } = answer.error;
        throw new RefusedError(code, message, path, retryAfterMs);
      }
      const parsed = chatOperations[name].reply.safeParse(answer.reply);
      if (parsed.success) return parsed.data as ChatReply<Name>;
      throw new RefusedError('unavailable', `The realtime server speaks of ${name} in other words.`);
    },
  };
}
