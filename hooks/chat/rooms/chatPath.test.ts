import { expect, it } from 'vitest';
import { chatPath, messagePath } from './chatPath.ts';

it('leads to the chat of a space, to a room of it, and to a message', () => {
  expect(chatPath('studio')).toBe('/space/studio/chat');
  expect(chatPath('studio', 'r1')).toBe('/space/studio/chat?room=r1');
  expect(messagePath('studio', 'r1', 'm1')).toBe('/space/studio/chat?room=r1&message=m1');
  expect(chatPath('a/b', 'r&x')).toBe('/space/a%2Fb/chat?room=r%26x');
});
