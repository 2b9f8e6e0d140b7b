import type { Mail } from './MailPort.ts';

/** Signs that end a header's line, split a list of addresses or hide text. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const oneAddress = /^[^\s<>(),;:"\\@]+@[^\s<>(),;:"\\@]+$/;

/**
 * Refuses a mail whose address or subject could become more than that in a header. Both are made of checked parts, so
 * this throwing is a bug somewhere else.
 */
export function requirePlainMail({ to, subject }: Mail): void {
  if (!oneAddress.test(to) || controls.test(to)) throw new Error('A mail must go to exactly one address.');
  if (controls.test(subject)) throw new Error('The subject of a mail must stand on one line.');
}
