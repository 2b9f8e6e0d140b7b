import { describe, expect, it } from 'vitest';
import { invitePathFrom } from './inviteLink.ts';

const origin = 'https://vicinity.example';
const token = 'abcDEF_123-abcDEF_123-abcDEF';

describe('a pasted invite link', () => {
  it('is taken whole, as a path, or as its secret part alone', () => {
    for (const pasted of [
      `${origin}/invite/${token}`,
      ` ${origin}/invite/${token}/?from=mail `,
      `/invite/${token}`,
      token,
    ]) {
      expect(invitePathFrom(pasted, origin)).toBe(`/invite/${token}`);
    }
  });

  it('leads nowhere else', () => {
    const bad = [
      '',
      'hello',
      `https://elsewhere.example/invite/${token}`,
      `//elsewhere.example/invite/${token}`,
      `${origin}/space/demo`,
      `${origin}/invite/short`,
      `javascript:alert(1)//invite/${token}`,
      `${origin}/invite/${token}/more`,
    ];
    for (const pasted of bad) expect(invitePathFrom(pasted, origin)).toBeNull();
  });
});
