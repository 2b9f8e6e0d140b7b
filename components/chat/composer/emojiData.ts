import type { EmojiData } from 'frimousse';

/** What the picker knows of all emoji, once per language. */
const loading = new Map<string, Promise<EmojiData>>();

/** Reads the emoji of a language from our own origin. A failed try is forgotten, so that the next one asks again. */
export function loadEmoji(locale: string): Promise<EmojiData> {
  const known = loading.get(locale);
  if (known !== undefined) return known;
  const asked = fetchEmoji(locale);
  loading.set(locale, asked);
  asked.catch(() => loading.delete(locale));
  return asked;
}

async function fetchEmoji(locale: string): Promise<EmojiData> {
  const response = await fetch(`/emoji/${locale}.json`);
  if (!response.ok) throw new Error(`emoji of ${locale}: status ${response.status}`);
  return response.json();
}

/** Emoji whose names between colons begin with what was typed, then those that hold it; at most `most`. Pure. */
export function emojiMatches(
  emojis: readonly Pick<EmojiData['emojis'][number], 'emoji' | 'label' | 'aliases'>[],
  query: string,
  most: number,
): { emoji: string; name: string }[] {
  const wanted = query.toLowerCase();
  const named = emojis.flatMap(({ emoji, aliases = [] }) => aliases.map((name) => ({ emoji, name })));
  const begin = named
    .filter(({ name }) => name.startsWith(wanted))
    .toSorted((a, b) => a.name.length - b.name.length);
  const hold = named.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  const found = new Map<string, string>();
  for (const { emoji, name } of [...begin, ...hold]) if (!found.has(emoji)) found.set(emoji, name);
  return [...found].slice(0, most).map(([emoji, name]) => ({ emoji, name }));
}
