import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface CardProps {
  title?: string;
  /** One sentence below the title. */
  lead?: ReactNode;
  /** Level of the title in the page. */
  level?: 2 | 3;
  /** Beside the title, such as a badge or a button. */
  aside?: ReactNode;
  children?: ReactNode;
  /** Below a line at the end, mostly the buttons. */
  footer?: ReactNode;
  /** `bad` for what cannot be taken back. */
  tone?: 'plain' | 'bad';
  id?: string;
  className?: string;
}

/** One matter of a page on its own piece of paper. With a title it is a section that can be jumped to. */
export function Card(props: CardProps) {
  const { title, lead, level = 2, aside, children, footer, tone = 'plain', id, className } = props;
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section
      id={id}
      className={cx(
        'min-w-0 scroll-mt-24 rounded-lg bg-raised shadow-1 inset-ring',
        tone === 'bad' ? 'inset-ring-bad/45' : 'inset-ring-line',
        className,
      )}
    >
      {title !== undefined && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-5 desk:px-6">
          <div className="min-w-0">
            <Title className="text-18 font-title tracking-title">{title}</Title>
            {lead !== undefined && <p className="mt-1 text-14 text-pretty text-ink-soft">{lead}</p>}
          </div>
          {aside}
        </header>
      )}
      {children !== undefined && <div className="p-5 desk:px-6">{children}</div>}
      {footer !== undefined && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3.5 desk:px-6">
          {footer}
        </footer>
      )}
    </section>
  );
}
