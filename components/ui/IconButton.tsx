'use client';

import type { ComponentPropsWithRef } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { type IconButtonTone, iconButtonClass } from './iconButtonClass.ts';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'> {
  icon: IconName;
  /** Name of the control, also its tooltip. */
  label: string;
  shortcut?: string;
  tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
  iconSize?: number;
  tone?: IconButtonTone;
}

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
        className={iconButtonClass(tone, className)}
      >
        <Icon name={icon} size={iconSize} />
      </button>
    </Tooltip>
  );
}
