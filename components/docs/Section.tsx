import type { ReactNode } from 'react';
import { Anchor } from './Anchor.tsx';
import type { DocsWords } from './words.ts';

interface SectionProps {
  t: DocsWords;
  id: string;
  title: string;
  children: ReactNode;
}

/** One part of a reference, with a heading that can be linked to. */
export function Section({ t, id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="scroll-mt-6 pt-10 first:pt-0">
      <div className="mb-3 flex items-center gap-2">
        <h2 id={`${id}-title`} className="text-22 leading-snug font-title tracking-title">
          {title}
        </h2>
        <Anchor t={t} to={id} what={title} />
      </div>
      {children}
    </section>
  );
}
