'use client';

import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export const TooltipProvider = Primitive.Provider;

interface TooltipProps {
  text: string;
  /** Key that does the same, shown beside the words. */
  shortcut?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactNode;
}

/** Words beside a control that has only a picture. The control's own name says the same to screen readers. */
export function Tooltip({ text, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={8}
          collisionPadding={8}
          className="z-60 flex animate-fade items-center gap-2 rounded-sm bg-ink px-2.5 py-1.5 text-12 font-medium text-paper shadow-2 select-none"
        >
          {text}
          {shortcut && (
            <kbd className="rounded-[5px] bg-paper/16 px-1.5 font-sans text-11 font-strong">{shortcut}</kbd>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
