import type { ReactNode } from 'react';
import { Contents, type ContentsGroup } from './Contents.tsx';
import type { DocsWords } from './words.ts';

interface DocsPageProps {
  t: DocsWords;
  title: string;
  lead: string;
  groups: readonly ContentsGroup[];
  children: ReactNode;
}

/** The frame of both references: title, contents, text. */
export function DocsPage({ t, title, lead, groups, children }: DocsPageProps) {
  return (
    <>
      <h1 className="mt-6 text-32 leading-tight font-title tracking-display text-balance desk:mt-8 desk:text-40">
        {title}
      </h1>
      <p className="mt-3 max-w-[42em] text-16 text-pretty text-ink-soft">{lead}</p>
      <p className="mt-2 max-w-[50em] text-13 text-pretty text-ink-soft">{t('english')}</p>
      <div className="mt-8 grid items-start gap-6 desk:grid-cols-[220px_minmax(0,1fr)] desk:gap-12">
        <div className="min-w-0 desk:sticky desk:top-6">
          <Contents label={t('contents')} groups={groups} />
        </div>
        <div className="min-w-0">{children}</div>
      </div>
    </>
  );
}
