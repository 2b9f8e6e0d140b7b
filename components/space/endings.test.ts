import { describe, expect, it } from 'vitest';
import type { RequestFailure } from '#lib/client/session/RequestError.ts';
import { afterEnd, sessionEndReasons } from '#lib/protocol/closeReasons.ts';
import { belongsToDoor, endingOf } from './endings.ts';

const refused = (code: RequestFailure | null) => ({ kind: 'ended', reason: 'refused', code }) as const;

describe('what is said when a session has ended', () => {
  it('offers a way back after each reason that asks first', () => {
    for (const reason of sessionEndReasons.filter((each) => afterEnd[each] === 'ask'))
      expect(endingOf({ reason, code: null }).wayBack, reason).not.toBe('none');
  });

  it('lets those come back who were sent out, and not those who are banned', () => {
    expect(endingOf({ reason: 'removed', code: null }).wayBack).toBe('enter_again');
    expect(endingOf({ reason: 'banned', code: null }).wayBack).toBe('none');
  });

  it.each([
    ['banned', 'ended.banned'],
    ['space_archived', 'ended.archived'],
    ['invitation_required', 'ended.invitation'],
    ['not_found', 'ended.missing'],
    ['forbidden', 'connection.refused'],
    [null, 'connection.refused'],
  ] as const)('says why a join was refused: %s', (code, words) => {
    expect(endingOf(refused(code)).words).toBe(words);
  });

  it('goes back to the door where a name or a password is missing', () => {
    expect(belongsToDoor(refused('password_required'))).toBe(true);
    expect(belongsToDoor(refused('unauthorized'))).toBe(true);
    expect(belongsToDoor(refused('banned'))).toBe(false);
    expect(belongsToDoor({ kind: 'connecting' })).toBe(false);
  });
});
