import type { ReactNode } from 'react';

/** A name or a value as it is typed, within a sentence. It reads from left to right in every language. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <code dir="ltr" className="rounded-[6px] bg-sunken px-1.5 py-px font-mono text-[0.92em] wrap-anywhere">
      {children}
    </code>
  );
}

/** Lines to copy. They wrap instead of scrolling, so that nothing hides at the side. */
export function CodeBlock({ text }: { text: string }) {
  return (
    <pre
      dir="ltr"
      className="rounded-md bg-sunken px-4 py-3 text-start font-mono text-13 leading-body wrap-anywhere whitespace-pre-wrap"
    >
      {text}
    </pre>
  );
}

/** For texts of the catalogue in which names stand between `<code>` tags. */
export const codeTags = { code: (chunks: ReactNode) => <Code>{chunks}</Code> };
