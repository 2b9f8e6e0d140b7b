'use client';

import { Popover } from 'radix-ui';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '#components/ui/Icon.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';

const EmojiPanel = lazy(() => import('./EmojiPanel.tsx'));

interface EmojiButtonProps {
  label: string;
  className: string;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  onPick: (emoji: string) => void;
  /** Where the focus goes when it closes; without it, to the button. */
  onClosed?: () => void;
}

/** A button with the emoji picker on it. The picker's code comes with the first press. */
export function EmojiButton({ label, className, isOpen, onOpenChange, onPick, onClosed }: EmojiButtonProps) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const change = onOpenChange ?? setOwnOpen;
  return (
    <Popover.Root open={isOpen ?? isOwnOpen} onOpenChange={change}>
      <Popover.Trigger aria-label={label} title={label} className={className}>
        <Icon name="smile" size={20} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
          aria-label={label}
          onCloseAutoFocus={(event) => {
            if (onClosed === undefined) return;
            event.preventDefault();
            onClosed();
          }}
          className="z-50 animate-rise overflow-hidden rounded-md bg-raised shadow-3"
        >
          <Suspense
            fallback={
              <div className="grid h-88 w-82 max-w-[calc(100vw-24px)] place-items-center text-ink-soft">
                <Spinner />
              </div>
            }
          >
            <EmojiPanel
              onPick={(emoji) => {
                onPick(emoji);
                change(false);
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
