import { defaultLocale } from '#lib/i18n/locales.ts';
import { writeMail } from '../mail/writeMail.ts';
import type { Invitation, Space, User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

interface Sent {
  readonly space: Space;
  readonly invitation: Invitation;
  readonly inviter: User;
  /** Path of the page that accepts it. */
  readonly path: string;
  /** Origin under which the browser reaches the pages, where no public one is configured. */
  readonly origin: string;
}

/**
 * Mails an invitation, unless the account behind the address wants no such mail. The words are in the reader's language
 * as far as it is known, else in the inviter's. Whether a mail was sent is nobody's to know but the reader's.
 */
export async function mailInvitation(
  { store, mail, config }: Pick<WebServices, 'store' | 'mail' | 'config'>,
  { space, invitation, inviter, path, origin: requestOrigin }: Sent,
): Promise<void> {
  if (invitation.email === null) return;
  const reader = await store.users.findByEmail(invitation.email);
  if (reader?.preferences?.notifications.invitationMails === false) return;
  const origin = config.publicUrl ?? requestOrigin;
  const locale = reader?.language ?? inviter.language ?? defaultLocale;
  const subject = {
    kind: 'invitation',
    link: new URL(path, origin).href,
    space: space.name,
    inviter: inviter.name,
    expiresAt: invitation.expiresAt,
  } as const;
  await mail.send(writeMail(subject, { to: invitation.email, locale, origin }));
}
