import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import type { Locale } from './locales.ts';

/** All texts of the interface. English is the pattern: other catalogues have the same keys (a test holds it). */
export type Messages = typeof en;

const catalogues: Record<Locale, Messages> = { en, de };

/** The catalogue of a language. Server side only: the browser gets one catalogue with the page, not all of them. */
export function messagesOf(locale: Locale): Messages {
  return catalogues[locale];
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
