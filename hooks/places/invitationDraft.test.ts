import { describe, expect, it } from 'vitest';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { expiries, invitationBodyOf, newInvitation, useCounts, withHow } from './invitationDraft.ts';

describe('an invitation as it is written', () => {
  it('is a link for a week and for whoever has it', () => {
    expect(invitationBodyOf(newInvitation)).toEqual({ role: 'member', expiresInS: 604_800, usesMost: null });
  });

  it('becomes a mail for one person', () => {
    const mail = { ...withHow(newInvitation, 'mail'), email: ' Amara@Example.ORG ' };
    expect(invitationBodyOf(mail)).toMatchObject({ email: 'amara@example.org', usesMost: 1 });
    expect(withHow(mail, 'link').uses).toBe('anyTimes');
  });

  it('is not sent to what is no address', () => {
    expect(invitationBodyOf({ ...withHow(newInvitation, 'mail'), email: 'amara@' })).toBeNull();
  });

  it('offers only what the server takes', () => {
    for (const expiry of Object.keys(expiries) as (keyof typeof expiries)[]) {
      for (const uses of Object.keys(useCounts) as (keyof typeof useCounts)[]) {
        const body = invitationBodyOf({ ...newInvitation, expiry, uses });
        expect(memberRoutes.createInvitation.body.safeParse(body).success).toBe(true);
      }
    }
  });
});
