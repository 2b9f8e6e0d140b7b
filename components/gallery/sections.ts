/** The parts of the gallery in their order; each is an anchor and has a title in the catalogue. */
export const foundations = ['colours', 'type', 'spacing', 'radii', 'shadows', 'icons'] as const;

export const families = [
  'buttons',
  'fields',
  'choices',
  'navigation',
  'people',
  'content',
  'tables',
  'feedback',
  'waiting',
  'windows',
  'chat',
] as const;

export type SectionName = (typeof foundations)[number] | (typeof families)[number];
