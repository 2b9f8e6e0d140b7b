import type { ReactNode } from 'react';

interface PageMessageProps {
  title: string;
  /** Above the title. */
  picture?: ReactNode;
  children: ReactNode;
  /** The ways on. */
  actions: ReactNode;
}

/** One calm sentence in the middle of a page, with ways on: not found, errors, the end of a visit. */
export function PageMessage({ title, picture, children, actions }: PageMessageProps) {
  return (
    <main
      id="content"
      className="flex flex-1 flex-col items-center justify-center px-5 pt-8 pb-24 text-center [&>svg]:mb-6"
    >
      {picture}
      <h1 className="text-32 leading-tight font-title tracking-display text-balance desk:text-40">{title}</h1>
      <div className="mt-3 max-w-[32em] text-16 text-pretty text-ink-soft">{children}</div>
      <div className="mt-7 flex flex-wrap justify-center gap-2">{actions}</div>
    </main>
  );
}
