'use client';

import type { ReactNode } from 'react';
import { IconButton } from '#components/ui/IconButton.tsx';

interface SideHeadProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children?: ReactNode;
}

/** The head of what stands beside a room, or in its place: a thread, pins, a search. */
export function SideHead({ title, closeLabel, onClose, children }: SideHeadProps) {
  return (
    <header className="flex min-h-15 flex-none items-center gap-1 border-b border-line ps-4 pe-2">
      <h2 className="min-w-0 flex-1 truncate text-16 font-title tracking-title">{title}</h2>
      {children}
      <IconButton icon="close" label={closeLabel} tone="soft" tooltipSide="bottom" onClick={onClose} />
    </header>
  );
}
