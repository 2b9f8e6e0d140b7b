import type { ReactNode } from 'react';

interface PartProps {
  title: string;
  children: ReactNode;
  /** Folded until somebody asks; opens without script. */
  isFolded?: boolean;
}

/** One part of an operation or event, such as its body. */
export function Part({ title, children, isFolded = false }: PartProps) {
  if (!isFolded) {
    return (
      <div className="mt-5">
        <h4 className="mb-1.5 text-13 font-strong">{title}</h4>
        {children}
      </div>
    );
  }
  return (
    <details className="mt-3 border-t border-line">
      <summary className="flex min-h-11 cursor-pointer items-center rounded-sm text-13 font-strong">
        {title}
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
