import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonTone = 'plain' | 'primary' | 'ghost' | 'line' | 'away';
export type ButtonSize = 'small' | 'normal' | 'large';

const tones: Record<ButtonTone, string> = {
  plain: 'bg-sunken hover:bg-line',
  primary: 'bg-lagoon text-on-lagoon hover:bg-lagoon-hover',
  ghost: 'bg-transparent hover:bg-sunken',
  line: 'bg-transparent inset-ring inset-ring-line hover:bg-sunken',
  away: 'bg-bad-soft text-bad-text hover:brightness-96',
};

const sizes: Record<ButtonSize, string> = {
  // Looks 36 px high and is pressed on 44: the invisible edge above and below belongs to it.
  small: 'relative min-h-9 rounded-sm px-3 text-13 before:absolute before:inset-x-0 before:-inset-y-1',
  normal: 'min-h-11 rounded-md px-4 text-14',
  large: 'min-h-13 rounded-md px-5 text-16',
};

/** The classes of a button, for links that look like one. */
export function buttonClass(tone: ButtonTone, size: ButtonSize = 'normal', more?: string): string {
  return cx(
    'inline-flex items-center justify-center gap-2 font-strong whitespace-nowrap select-none',
    'transition-[background-color,translate,filter] duration-120 active:translate-y-px disabled:opacity-60',
    tones[tone],
    sizes[size],
    more,
  );
}

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
}

/** A button with words. `type` is `button` unless told otherwise, so that it never sends a form by accident. */
export function Button({ tone = 'plain', size = 'normal', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(tone, size, className)}>
      {icon && <Icon name={icon} size={19} />}
      {children}
    </button>
  );
}
