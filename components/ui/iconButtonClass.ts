import { cx } from './cx.ts';

/** `off` shows that something of mine is switched off (a fault colour, so that it is noticed). */
export type IconButtonTone = 'plain' | 'off' | 'soft';

const tones: Record<IconButtonTone, string> = {
  plain: 'text-ink hover:bg-sunken',
  off: 'bg-bad-soft text-bad-text hover:brightness-96',
  soft: 'text-ink-soft hover:bg-sunken hover:text-ink',
};

/** The looks of a control that is only a picture: 44 px square. */
export function iconButtonClass(tone: IconButtonTone, more?: string): string {
  return cx(
    'relative inline-grid size-11 flex-none place-items-center rounded-md transition-[background-color,filter] duration-120 select-none',
    'aria-expanded:bg-lagoon-soft aria-expanded:text-lagoon-text disabled:opacity-45',
    tones[tone],
    more,
  );
}
