import type { useTranslations } from 'use-intl';

const named = ['office', 'cabin', 'classroom'] as const;

/** What a map is called; one that the catalogue does not know is called by its key. */
export function mapName(t: ReturnType<typeof useTranslations<'mapNames'>>, id: string): string {
  const known = named.find((name) => name === id);
  return known === undefined ? t('other', { id }) : t(known);
}
