import type { Locale } from './locales.ts';

/**
 * The few words of the page that stands when even the layout threw. They are copies of the catalogue's `errors` (a test
 * holds them equal): every page carries them, and whole catalogues would be far heavier.
 */
export const lastResortWords: Record<Locale, { title: string; text: string; retry: string }> = {
  en: {
    title: 'Something went wrong',
    text: 'That was our fault, not yours. Try again; if it stays like this, load the page again.',
    retry: 'Try again',
  },
  de: {
    title: 'Etwas ist schiefgegangen',
    text: 'Das war unser Fehler, nicht deiner. Versuch es noch einmal; bleibt es dabei, lade die Seite neu.',
    retry: 'Noch einmal versuchen',
  },
};
