import { localeCookie } from '#lib/i18n/locales.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';
import { rememberName } from '../rememberedName.ts';
import { forgetCookie, rememberInCookie } from '../rememberInCookie.ts';

/**
 * Lets this browser follow what the profile says now: a language that was chosen here before would otherwise stand above
 * it, and the next door would ask under the former name.
 */
export function rememberProfile({ name, language }: Pick<Profile, 'name' | 'language'>): void {
  rememberName(name);
  if (language === null) forgetCookie(localeCookie);
  else rememberInCookie(localeCookie, language);
}
