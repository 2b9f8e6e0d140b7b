import type { useTranslations } from 'use-intl';

/** Who is in a space, as far as the pages before the door show it. */
export interface Presence {
  /** People inside, the resident not counted. */
  readonly count: number;
  /** Some of them. */
  readonly people: readonly { readonly name: string }[];
}

type PresenceTexts = ReturnType<typeof useTranslations<'presence'>>;

/** Who is there, in one sentence: at most three by name, the others as a number. */
export function presenceSentence(t: PresenceTexts, presence: Presence | null, hasResident: boolean): string {
  if (presence === null) return t('unknown');
  const [first, second, third] = presence.people.map(({ name }) => name);
  if (first === undefined) return hasResident ? t('nobodyButResident') : t('nobody');
  if (second === undefined) return t('one', { name: first });
  if (third === undefined) return t('two', { first, second });
  if (presence.count <= 3) return t('three', { first, second, third });
  return t('many', { first, second, third, count: presence.count - 3 });
}
