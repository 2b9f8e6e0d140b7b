import type { ReactNode } from 'react';

/** Title of an ordinary page, with a sentence below it. */
export function PageTitle({ title, lead }: { title: string; lead?: ReactNode }) {
  return (
    <div className="min-w-0">
      <h1 className="text-32 leading-tight font-title tracking-display text-balance wrap-anywhere desk:text-40">
        {title}
      </h1>
      {lead !== undefined && <p className="mt-2 text-16 text-pretty text-ink-soft">{lead}</p>}
    </div>
  );
}
