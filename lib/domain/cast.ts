/** The figures a person can be drawn as. Order matters: `castFor` counts in it. */
export const CAST_IDS = [
  'mira',
  'jonas',
  'amara',
  'tomas',
  'yuki',
  'priya',
  'leo',
  'samira',
  'hugo',
  'nadia',
  'ben',
  'zoe',
  'ola',
  'ken',
  'greta',
  'malik',
] as const;

export type CastId = (typeof CAST_IDS)[number];

/** FNV-1a, 32 bits (Fowler, Noll and Vo): spreads even ids that differ in one letter. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value;
}

/** The figure of whoever has this id: always the same one for the same id. */
export function castFor(id: string): CastId {
  return CAST_IDS[hash(id) % CAST_IDS.length] ?? CAST_IDS[0];
}
