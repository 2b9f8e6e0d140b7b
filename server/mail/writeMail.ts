import { createTranslator } from 'use-intl/core';
import type { Locale } from '#lib/i18n/locales.ts';
import { messagesOf } from '#lib/i18n/messages.ts';
import type { Mail } from './MailPort.ts';

/** What a mail is about, with the links that stand in it. */
export type MailSubject =
  | { kind: 'signUp'; link: string }
  /** Somebody signs up with an address that has an account. */
  | { kind: 'signUpKnown'; link: string; signInUrl: string }
  | { kind: 'passwordReset'; link: string }
  | { kind: 'passwordChanged'; resetUrl: string }
  | { kind: 'emailChange'; link: string }
  /** Somebody wants to change to an address that has an account. */
  | { kind: 'emailChangeKnown' }
  /** To the former address. */
  | { kind: 'emailChanged' }
  | {
      kind: 'invitation';
      link: string;
      space: string;
      /** `null` when whoever invited is gone. */
      inviter: string | null;
      /** ISO 8601. */
      expiresAt: string | null;
    };

interface Options {
  to: string;
  locale: Locale;
  /** Origin of the pages; mails call the place by its host. */
  origin: string;
}

const translatorOf = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: 'mail', timeZone: 'UTC' });

type Translator = ReturnType<typeof translatorOf>;

/** Names are checked where they are chosen; here no sign in them may end a line. */
const onOneLine = (name: string): string => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

type Invitation = Extract<MailSubject, { kind: 'invitation' }>;

function invitationLines(t: Translator, locale: Locale, host: string, invitation: Invitation): string[] {
  const space = onOneLine(invitation.space);
  const inviter = invitation.inviter === null ? null : onOneLine(invitation.inviter);
  const { link, expiresAt } = invitation;
  const lines = [
    inviter === null
      ? t('invitation.textUnnamed', { space, host })
      : t('invitation.text', { space, host, inviter }),
    link,
  ];
  if (expiresAt !== null) lines.push(t('invitation.until', { date: dayOf(expiresAt, locale) }));
  return [...lines, t('invitation.notYou')];
}

const dayOf = (instant: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant));

/** The paragraphs between greeting and signature. */
function paragraphs(t: Translator, subject: MailSubject, { locale, origin }: Options): string[] {
  const { host } = new URL(origin);
  switch (subject.kind) {
    case 'signUp':
      return [t('signUp.text', { host }), subject.link, t('signUp.warning')];
    case 'signUpKnown':
      return [t('signUpKnown.text', { host, signInUrl: subject.signInUrl }), subject.link, t('notYou')];
    case 'passwordReset':
      return [t('passwordReset.text', { host }), subject.link, t('notYou')];
    case 'passwordChanged':
      return [t('passwordChanged.text', { host, resetUrl: subject.resetUrl })];
    case 'emailChange':
      return [t('emailChange.text', { host }), subject.link, t('notYou')];
    case 'emailChangeKnown':
      return [t('emailChangeKnown.text', { host })];
    case 'emailChanged':
      return [t('emailChanged.text', { host })];
    case 'invitation':
      return invitationLines(t, locale, host, subject);
  }
}

function titleOf(t: Translator, subject: MailSubject): string {
  if (subject.kind !== 'invitation') return t(`${subject.kind}.subject`);
  return t('invitation.subject', { space: onOneLine(subject.space) });
}

/** Writes a mail in the reader's language. Each paragraph, and so each link, stands on a line of its own. */
export function writeMail(subject: MailSubject, options: Options): Mail {
  const t = translatorOf(options.locale);
  const text = [t('greeting'), ...paragraphs(t, subject, options), t('signature')].join('\n\n');
  return { to: options.to, subject: titleOf(t, subject), text: `${text}\n` };
}
