'use client';

import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { focusContentIfLost } from '#hooks/focusContent.ts';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence below the title. */
  lead?: string;
  children: ReactNode;
  className?: string;
}

/** A window over the page: in the middle on wide screens, a sheet from below on phones. */
export function Dialog({ open, onOpenChange, title, lead, children, className }: DialogProps) {
  const t = useTranslations('common');
  const { takeFocus, returnFocus } = useBorrowedFocus();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          // The window itself takes the focus: on its close button the tooltip would open with it.
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={returnFocus}
          {...(lead === undefined && { 'aria-describedby': undefined })}
          className={cx(
            'fixed z-50 flex max-h-[86dvh] animate-rise flex-col bg-raised shadow-3',
            'inset-x-0 bottom-0 rounded-t-lg pb-[env(safe-area-inset-bottom)]',
            'desk:inset-0 desk:m-auto desk:h-fit desk:w-[min(440px,calc(100vw-48px))] desk:rounded-lg desk:pb-0',
            className,
          )}
        >
          <header className="flex items-start gap-2 ps-6 pe-3 pt-4 pb-2">
            <div className="min-w-0 flex-1 pt-1.5">
              <Primitive.Title className="text-22 leading-snug font-title tracking-title">
                {title}
              </Primitive.Title>
              {lead !== undefined && (
                <Primitive.Description className="mt-1 text-14 text-ink-soft">{lead}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton icon="close" label={t('close')} tone="soft" />
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-2 pb-6">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/**
 * Radix gives the focus back to its own trigger only, and these windows are opened from many places. A menu item that
 * opened one is gone by then: the content of the page takes its place.
 */
function useBorrowedFocus(): { takeFocus: (event: Event) => void; returnFocus: () => void } {
  const owner = useRef<Element | null>(null);
  return {
    takeFocus(event) {
      event.preventDefault();
      owner.current = document.activeElement;
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
    },
    returnFocus() {
      if (owner.current instanceof HTMLElement) owner.current.focus({ preventScroll: true });
      focusContentIfLost();
    },
  };
}
