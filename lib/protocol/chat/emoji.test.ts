import { describe, expect, it } from 'vitest';
import { emojiSchema } from './inputs.ts';

const isEmoji = (text: string): boolean => emojiSchema.safeParse(text).success;

describe('one emoji', () => {
  it.each(['🙂', '👍🏽', '❤️', '☺', '🇩🇪', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '#⃣', '🏳️‍🌈', '👩🏿‍🚀'])(
    '%s is one',
    (text) => {
      expect(isEmoji(text)).toBe(true);
    },
  );

  it.each(['', 'a', '12', '🙂🙂', '🙂a', ' 🙂', '<b>', '🇩🇪🇫🇷', '\u202e🙂', '🙂\n'])('%j is none', (text) => {
    expect(isEmoji(text)).toBe(false);
  });

  it('long texts are refused at once, whatever they are made of', () => {
    const parts = ['☺️', '❤️', '🙂', '🇩', '1️⃣', '🏽', '\u200d', '👍🏽', '\ufe0f'];
    const beginMs = performance.now();
    for (const part of parts) expect(isEmoji(`${part.repeat(5_000)}a`)).toBe(false);
    expect(performance.now() - beginMs).toBeLessThan(1_000);
  });
});
