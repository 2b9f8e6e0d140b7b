import { expect, it } from 'vitest';
import { testMessage } from '../testing/testMessage.ts';
import { hasUnheard, threadMessages } from './threadMessages.ts';

const root = testMessage({ seq: 1, id: 'root' });
const first = testMessage({ seq: 4, id: 'a', threadId: 'root' });
const edited = { ...first, content: 'new words' };
const second = testMessage({ seq: 9, id: 'b', threadId: 'root' });
const other = testMessage({ seq: 10, id: 'c', threadId: 'other' });

it('a thread is what was read, in its present form, and what came since', () => {
  expect(threadMessages('root', [root, first], [edited, second, other])).toEqual([root, edited, second]);
  expect(threadMessages('root', [], [second, root])).toEqual([root, second]);
});

it('what the room does not hold has to be read anew when something happens', () => {
  expect(hasUnheard([root, first], [first])).toBe(true);
  expect(hasUnheard([first], [first, second])).toBe(false);
});
