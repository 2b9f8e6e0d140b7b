/** A colour token of `app/styles/tokens.css`, as the gallery shows it. */
export interface ColourToken {
  readonly name: string;
  /** Token of the text that stands on it; its contrast is measured. */
  readonly text?: string;
  /** For text itself: the darkest or lightest ground that it stands on. */
  readonly ground?: string;
}

export type ColourGroup = 'grounds' | 'inks' | 'lagoon' | 'near' | 'good' | 'bad' | 'media';

export const colourGroups: Readonly<Record<ColourGroup, readonly ColourToken[]>> = {
  grounds: [
    { name: 'paper', text: 'ink' },
    { name: 'surface', text: 'ink' },
    { name: 'raised', text: 'ink' },
    { name: 'sunken', text: 'ink-soft' },
    { name: 'line' },
    { name: 'line-strong' },
  ],
  inks: [{ name: 'ink', ground: 'sunken' }, { name: 'ink-soft', ground: 'sunken' }, { name: 'ink-faint' }],
  lagoon: [
    { name: 'lagoon', text: 'on-lagoon' },
    { name: 'lagoon-hover', text: 'on-lagoon' },
    { name: 'lagoon-soft', text: 'lagoon-text' },
    { name: 'lagoon-text', ground: 'raised' },
    { name: 'focus' },
  ],
  near: [
    { name: 'near', text: 'on-near' },
    { name: 'near-soft', text: 'near-text' },
    { name: 'near-text', ground: 'raised' },
  ],
  good: [{ name: 'good' }, { name: 'good-soft', text: 'good-text' }, { name: 'good-text', ground: 'raised' }],
  bad: [{ name: 'bad' }, { name: 'bad-soft', text: 'bad-text' }, { name: 'bad-text', ground: 'raised' }],
  media: [{ name: 'tile-label', text: 'on-tile' }, { name: 'scrim' }],
};

/** Sizes of type in px, with their classes written out for the stylesheet to find. */
export const typeSizes = [
  { name: 'text-11', px: 11, className: 'text-11' },
  { name: 'text-12', px: 12, className: 'text-12' },
  { name: 'text-13', px: 13, className: 'text-13' },
  { name: 'text-14', px: 14, className: 'text-14' },
  { name: 'text-16', px: 16, className: 'text-16' },
  { name: 'text-18', px: 18, className: 'text-18 font-title tracking-title' },
  { name: 'text-22', px: 22, className: 'text-22 font-title tracking-title' },
  { name: 'text-32', px: 32, className: 'text-32 leading-tight font-title tracking-display' },
  { name: 'text-40', px: 40, className: 'text-40 leading-tight font-title tracking-display' },
  { name: 'text-72', px: 72, className: 'text-44 leading-tight font-title tracking-display desk:text-72' },
] as const;

export const weights = [
  { name: 'font-body', className: 'font-body' },
  { name: 'font-medium', className: 'font-medium' },
  { name: 'font-name', className: 'font-name' },
  { name: 'font-strong', className: 'font-strong' },
  { name: 'font-title', className: 'font-title' },
] as const;

/** Steps of distance in px; all are multiples of 4. */
export const spacingSteps = [4, 8, 12, 16, 24, 32, 48, 64] as const;

export const radii = [
  { name: 'rounded-sm', px: 8, className: 'rounded-sm' },
  { name: 'rounded-md', px: 14, className: 'rounded-md' },
  { name: 'rounded-lg', px: 20, className: 'rounded-lg' },
  { name: 'rounded-full', px: null, className: 'rounded-full' },
] as const;

export const shadows = [
  { name: 'shadow-1', className: 'shadow-1' },
  { name: 'shadow-2', className: 'shadow-2' },
  { name: 'shadow-3', className: 'shadow-3' },
] as const;
