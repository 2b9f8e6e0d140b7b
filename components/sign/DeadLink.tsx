'use client';

import type { ReactNode } from 'react';
import { StageHeading } from './StageHeading.tsx';

interface DeadLinkProps {
  title: string;
  children: ReactNode;
  /** The ways on. */
  actions: ReactNode;
}

/** A link that was used or is too old. It takes the place of the form, and the focus. */
export function DeadLink({ title, children, actions }: DeadLinkProps) {
  return (
    <div className="grid gap-4">
      <StageHeading icon="link" tone="quiet">
        {title}
      </StageHeading>
      <div className="text-16 leading-body text-pretty text-ink-soft">{children}</div>
      <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
