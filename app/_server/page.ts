import { cookies, headers } from 'next/headers';
import { createTranslator } from 'use-intl/core';
import { type Theme, themeCookie, themeFrom } from '#hooks/theme.ts';
import { type Locale, localeCookie, pickLocale } from '#lib/i18n/locales.ts';
import { type Messages, messagesOf } from '#lib/i18n/messages.ts';

/** What a request says about how its page should look and read. */
export interface PageContext {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly theme: Theme;
  /** Nonce of this answer's content security policy, for scripts; undefined when no policy was set. */
  readonly nonce: string | undefined;
}

/** Reads language, colours and nonce from the request, which also makes every page dynamic, as the nonce demands. */
export async function pageContext(): Promise<PageContext> {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  const locale = pickLocale(cookieStore.get(localeCookie)?.value, headerStore.get('accept-language'));
  return {
    locale,
    messages: messagesOf(locale),
    theme: themeFrom(cookieStore.get(themeCookie)?.value),
    nonce: headerStore.get('x-nonce') ?? undefined,
  };
}

/** The translator of one part of the catalogue, for server components. */
export function translator<const Part extends keyof Messages>(context: PageContext, namespace: Part) {
  return createTranslator({ locale: context.locale, messages: context.messages, namespace });
}
