'use client';

import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useBorrowedFocus } from '#hooks/useBorrowedFocus.ts';
import { IconButton } from './IconButton.tsx';
import { windowClass } from './windowClass.ts';

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
          className={windowClass(className)}
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
