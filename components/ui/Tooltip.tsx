'use client';

import { Tooltip as Primitive } from 'radix-ui';
import { type ComponentProps, createContext, type ReactNode, use } from 'react';

const HasProvider = createContext(false);

/** Shares one rhythm among the tooltips below: after the first, the next ones open at once. */
export function TooltipProvider({ children, ...rest }: ComponentProps<typeof Primitive.Provider>) {
  return (
    <HasProvider value={true}>
      <Primitive.Provider {...rest}>{children}</Primitive.Provider>
    </HasProvider>
  );
}

interface TooltipProps {
  text: string;
  /** Key that does the same, shown beside the words. */
  shortcut?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactNode;
}

/** Words beside a control that has only a picture. The control's own name says the same to screen readers. */
export function Tooltip(props: TooltipProps) {
  // A page with one or two such controls needs no provider of its own.
  if (use(HasProvider)) return <Tip {...props} />;
  return (
    <TooltipProvider delayDuration={350} skipDelayDuration={200}>
      <Tip {...props} />
    </TooltipProvider>
  );
}

function Tip({ text, shortcut, side = 'top', children }: TooltipProps) {
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
