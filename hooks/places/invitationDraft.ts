import type { Role } from '#lib/domain/access/roles.ts';
import { emailSchema } from '#lib/protocol/rest/common.ts';

/** How long an invitation may be good, in s; null: until it is withdrawn. */
export const expiries = { hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000, never: null } as const;

/** How often an invitation may be used; null: without limit. */
export const useCounts = { once: 1, tenTimes: 10, hundredTimes: 100, anyTimes: null } as const;

export type Expiry = keyof typeof expiries;
export type UseCount = keyof typeof useCounts;

/** An invitation as somebody writes it. */
export interface InvitationDraft {
  readonly how: 'link' | 'mail';
  readonly email: string;
  readonly role: Role;
  readonly expiry: Expiry;
  readonly uses: UseCount;
}

export const newInvitation: InvitationDraft = {
  how: 'link',
  email: '',
  role: 'member',
  expiry: 'week',
  uses: 'anyTimes',
};

/** A mail is for one person: it is good once unless somebody chooses otherwise. A link is for whoever gets it. */
export function withHow(draft: InvitationDraft, how: InvitationDraft['how']): InvitationDraft {
  return { ...draft, how, uses: how === 'mail' ? 'once' : 'anyTimes' };
}

interface InvitationBody {
  role: Role;
  expiresInS: number | null;
  usesMost: number | null;
  email?: string;
}

/** What to send, or null where the address is none. */
export function invitationBodyOf(draft: InvitationDraft): InvitationBody | null {
  const body = {
    role: draft.role,
    expiresInS: expiries[draft.expiry],
    usesMost: useCounts[draft.uses],
  };
  if (draft.how === 'link') return body;
  const email = emailSchema.safeParse(draft.email);
  return email.success ? { ...body, email: email.data } : null;
}
