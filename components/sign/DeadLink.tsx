'use client';

import type { ReactNode } from 'react';
import { Icon } from '#components/ui/Icon.tsx';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';

interface DeadLinkProps {
  title: string;
  children: ReactNode;
  /** The ways on. */
  actions: ReactNode;
}

/** A link that was used or is too old. It takes the place of the form, and the focus. */
export function DeadLink({ title, children, actions }: DeadLinkProps) {
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  return (
    <div className="grid gap-4">
      <span className="inline-grid size-14 place-items-center rounded-full bg-sunken text-ink-soft">
        <Icon name="link" size={26} />
      </span>
      <h1
        ref={heading}
        tabIndex={-1}
        className="text-32 leading-tight font-title tracking-display text-balance outline-none desk:text-40"
      >
        {title}
      </h1>
      <div className="text-16 leading-body text-pretty text-ink-soft">{children}</div>
      <div className="mt-2 flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
