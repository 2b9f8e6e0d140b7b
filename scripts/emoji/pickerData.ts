/** An emoji as `emojibase-data` describes it; what is not named here is not used. */
interface Source {
  readonly emoji: string;
  readonly hexcode: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly group?: number;
  readonly order?: number;
  readonly version: number;
}

interface Sources {
  readonly emojis: readonly Source[];
  readonly messages: { readonly groups: readonly { order: number; message: string }[] };
  /** Names between colons, by hexcode. */
  readonly shortcodes: Readonly<Record<string, string | readonly string[]>>;
}

/** Newest set that the systems of the last years can draw. */
const versionMost = 15;

/** The group of skin tones and hair alone, which nobody sends. */
const components = 2;

/** Words in the order of `frimousse`'s data: what its search looks through, and names between colons beside them. */
export function pickerData(locale: string, { emojis, messages, shortcodes }: Sources) {
  const shown = emojis.filter(
    ({ group, version }) => group !== undefined && group !== components && version <= versionMost,
  );
  const byOrder = shown.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const groups = messages.groups.filter(({ order }) => order !== components);
  return {
    locale,
    emojis: byOrder.map(({ emoji, hexcode, label, tags = [], group = 0, version }) => ({
      emoji,
      category: group,
      label,
      version,
      tags: [...new Set([...tags, ...namesOf(shortcodes[hexcode])])],
      aliases: namesOf(shortcodes[hexcode]),
    })),
    categories: groups.map(({ order, message }) => ({ index: order, label: message })),
    skinTones: {
      light: '🏻',
      'medium-light': '🏼',
      medium: '🏽',
      'medium-dark': '🏾',
      dark: '🏿',
    },
  };
}

const namesOf = (names: string | readonly string[] | undefined): string[] =>
  names === undefined ? [] : [names].flat();
