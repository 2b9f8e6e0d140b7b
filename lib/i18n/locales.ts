/** Languages that the interface speaks; each has its catalogue beside this file. The first is the default. */
export const locales = ['en', 'de'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'en';

/** Cookie that keeps the chosen language; without it the browser's wishes decide. */
export const localeCookie = 'vicinity-locale';

/** Each language in its own words, for the switch. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' };

/** Languages written from right to left; layouts use logical properties, so `dir` is all that changes. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

export function isLocale(value: string | undefined): value is Locale {
  return value !== undefined && (locales as readonly string[]).includes(value);
}

/** Writing direction of a language, for the root element's `dir`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale) ? 'rtl' : 'ltr';
}

/**
 * The language of a page: the chosen one, else the best of the browser's wishes (`Accept-Language`, RFC 9110 §12.5.4,
 * weighed by `q`), else the default.
 */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (acceptLanguage ?? '').split(',').map(parseWish);
  wishes.sort((a, b) => b.weight - a.weight);
  for (const wish of wishes) {
    if (wish.weight > 0 && isLocale(wish.language)) return wish.language;
  }
  return defaultLocale;
}

function parseWish(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().split(';');
  const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
  const language = (tag.split('-')[0] ?? '').toLowerCase();
  return { language, weight: weight === undefined ? 1 : Number(weight) };
}
