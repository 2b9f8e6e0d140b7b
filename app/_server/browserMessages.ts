import type { Messages } from '#lib/i18n/messages.ts';

/** Parts of the catalogue that only the server reads: mails, and pages without a script of their own. */
export const serverParts = ['mail', 'docs'] as const satisfies readonly (keyof Messages)[];

/** The catalogue as it travels with every page, without what no component in the browser asks for. */
export function browserMessages(messages: Messages): Omit<Messages, (typeof serverParts)[number]> {
  const { mail: _mail, docs: _docs, ...rest } = messages;
  return rest;
}
