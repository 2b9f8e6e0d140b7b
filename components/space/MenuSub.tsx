'use client';

import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Icon, type IconName } from '#components/ui/Icon.tsx';
import { itemClass } from '#components/ui/Menu.tsx';

interface MenuSubProps {
  icon: IconName;
  label: string;
  children: ReactNode;
}

/** A line of a menu that opens a menu of its own beside it. */
export function MenuSub({ icon, label, children }: MenuSubProps) {
  return (
    <Primitive.Sub>
      <Primitive.SubTrigger className={cx(itemClass, 'data-[state=open]:bg-sunken')}>
        <Icon name={icon} size={19} className="text-ink-soft" />
        <span className="flex-1">{label}</span>
        <Icon name="forward" size={18} className="text-ink-soft rtl:-scale-x-100" />
      </Primitive.SubTrigger>
      <Primitive.Portal>
        <Primitive.SubContent
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-48 animate-rise rounded-md bg-raised p-1.5 shadow-3"
        >
          {children}
        </Primitive.SubContent>
      </Primitive.Portal>
    </Primitive.Sub>
  );
}
