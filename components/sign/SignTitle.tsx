import type { ReactNode } from 'react';

/** What a page of signing in is about. */
export function SignTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div>
      <h1 className="text-32 leading-tight font-title tracking-display text-balance desk:text-40">{title}</h1>
      {children !== undefined && (
        <div className="mt-2.5 text-16 leading-body text-pretty text-ink-soft">{children}</div>
      )}
    </div>
  );
}
