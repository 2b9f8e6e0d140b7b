import { describe, expect, it } from 'vitest';
import { accountKindOfViewer, viewerOf } from './viewer.ts';

const mira = { id: 'x', name: 'Mira', cast: 'mira', isGuest: false, isOperator: false };

describe('who looks at the page', () => {
  it('travels without anything but what the head shows', () => {
    const profile = { ...mira, email: 'mira@example.org' };
    expect(viewerOf(profile)).toEqual(mira);
  });

  it('is nobody, a guest, an account or an operator', () => {
    expect(accountKindOfViewer(null)).toBe('anonymous');
    expect(accountKindOfViewer({ ...mira, isGuest: true })).toBe('guest');
    expect(accountKindOfViewer(mira)).toBe('account');
    expect(accountKindOfViewer({ ...mira, isOperator: true })).toBe('operator');
  });
});
