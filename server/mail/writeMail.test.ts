import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locales.ts';
import { requirePlainMail } from './plainMail.ts';
import { type MailSubject, writeMail } from './writeMail.ts';

const link = 'https://vicinity.example/confirm/abc?returnTo=%2Fspace%2Fdemo';
const options = { to: 'alice@example.org', origin: 'https://vicinity.example', locale: 'en' } as const;

const invitation = {
  kind: 'invitation',
  link,
  space: 'Harbour Studio',
  inviter: 'Bob',
  expiresAt: '2026-12-24T10:00:00.000Z',
} as const;

const subjects: MailSubject[] = [
  { kind: 'signUp', link },
  { kind: 'signUpKnown', link, signInUrl: 'https://vicinity.example/sign-in' },
  { kind: 'passwordReset', link },
  { kind: 'passwordChanged', resetUrl: 'https://vicinity.example/forgot-password' },
  { kind: 'emailChange', link },
  { kind: 'emailChangeKnown' },
  { kind: 'emailChanged' },
  invitation,
];

describe.each(locales)('mails in %s', (locale) => {
  it.each(subjects)('$kind is whole and plain', (subject) => {
    const mail = writeMail(subject, { ...options, locale });
    expect(() => requirePlainMail(mail)).not.toThrow();
    expect(mail.subject).not.toContain('mail.');
    expect(mail.text).not.toMatch(/mail\.\w|[{}]/);
    expect(mail.text).toContain('vicinity.example');
    if ('link' in subject) expect(mail.text.split('\n')).toContain(link);
  });
});

describe('an invitation', () => {
  it('says who invites where, and until when, in the reader’s language', () => {
    expect(writeMail(invitation, options).text).toContain('Bob invites you to Harbour Studio at');
    expect(writeMail(invitation, options).text).toContain('December 24, 2026');
    expect(writeMail(invitation, { ...options, locale: 'de' }).text).toContain('24. Dezember 2026');
  });

  it('does without a name and without an end', () => {
    const mail = writeMail({ ...invitation, inviter: null, expiresAt: null }, options);
    expect(mail.text).toContain('You are invited to Harbour Studio');
    expect(mail.text).not.toContain('It works until');
  });

  it.each(['{host}', '<b>x</b>', "it's {a, plural, other {}}", '%s $& \\n'])(
    'says a name such as %j as it is',
    (name) => {
      const mail = writeMail({ ...invitation, space: name, inviter: name }, options);
      expect(mail.subject).toBe(`An invitation to ${name}`);
      expect(mail.text).toContain(`${name} invites you to ${name} at`);
    },
  );

  it('lets no name end a line', () => {
    const name = 'Bob\r\nBcc: eve@evil.example\u2028';
    const mail = writeMail({ ...invitation, space: name, inviter: name }, options);
    expect(mail.subject).toBe('An invitation to Bob Bcc: eve@evil.example');
    expect(() => requirePlainMail(mail)).not.toThrow();
    expect(mail.text).not.toMatch(/^Bcc/m);
  });
});
