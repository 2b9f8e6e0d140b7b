import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { createTranslator } from 'use-intl/core';
import { type Theme, themeCookie, themeFrom } from '#hooks/theme.ts';
import { knownZone, zoneCookie } from '#hooks/timeZone.ts';
import { isLocale, type Locale, localeCookie, pickLocale } from '#lib/i18n/locales.ts';
import { type Messages, messagesOf } from '#lib/i18n/messages.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';
import { viewerProfile } from './viewer.ts';

/** What a request says about how its page should look and read. */
export interface PageContext {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly theme: Theme;
  /** Nonce of this answer's content security policy, for scripts; undefined when no policy was set. */
  readonly nonce: string | undefined;
  /** Who is signed in; null for nobody, and while the database cannot be asked. */
  readonly viewer: Profile | null;
  /** The chosen time zone; null: the browser's. */
  readonly timeZone: string | null;
  /** What is taken for the browser's time zone until the page can ask it. */
  readonly zoneGuess: string;
}

/**
 * Reads language, colours, nonce and person from the request, which also makes every page dynamic, as the nonce demands.
 * The language is the one chosen in this browser, else the profile's, else the best of the browser's wishes.
 */
export const pageContext = cache(async (): Promise<PageContext> => {
  const [jar, headerStore, viewer] = await Promise.all([cookies(), headers(), viewerProfile()]);
  const chosen = jar.get(localeCookie)?.value;
  const wanted = isLocale(chosen) ? chosen : (viewer?.language ?? undefined);
  const locale = pickLocale(wanted, headerStore.get('accept-language'));
  return {
    locale,
    messages: messagesOf(locale),
    theme: themeFrom(jar.get(themeCookie)?.value),
    nonce: headerStore.get('x-nonce') ?? undefined,
    viewer,
    timeZone: knownZone(viewer?.timeZone ?? undefined),
    zoneGuess: knownZone(zoneFrom(jar.get(zoneCookie)?.value)) ?? 'UTC',
  };
});

/** Zones hold a slash, which our cookies carry encoded; what is broken counts as missing. */
function zoneFrom(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** The translator of one part of the catalogue, for server components. */
export function translator<const Part extends keyof Messages>(
  context: Pick<PageContext, 'locale' | 'messages'>,
  namespace: Part,
) {
  return createTranslator({ locale: context.locale, messages: context.messages, namespace });
}
