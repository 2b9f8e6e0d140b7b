'use client';

import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'> {
  icon: IconName;
  /** Name of the control, also its tooltip. */
  label: string;
  shortcut?: string;
  tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
  iconSize?: number;
  /** `off` shows that something of mine is switched off (a fault colour, so that it is noticed). */
  tone?: 'plain' | 'off' | 'soft';
}

const tones = {
  plain: 'text-ink hover:bg-sunken',
  off: 'bg-bad-soft text-bad-text hover:brightness-96',
  soft: 'text-ink-soft hover:bg-sunken hover:text-ink',
} as const;

/** A control that is only a picture: 44 px, named, with a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, tooltipSide, iconSize = 21, tone = 'plain', className, ...rest } = props;
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        className={cx(
          'relative inline-grid size-11 flex-none place-items-center rounded-md transition-[background-color,filter] duration-120 select-none',
          'aria-expanded:bg-lagoon-soft aria-expanded:text-lagoon-text disabled:opacity-45',
          tones[tone],
          className,
        )}
      >
        <Icon name={icon} size={iconSize} />
      </button>
    </Tooltip>
  );
}
