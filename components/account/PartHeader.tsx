import type { ReactNode } from 'react';

interface PartHeaderProps {
  title: string;
  lead: string;
  /** At the end of the line, such as the one button of the part. */
  action?: ReactNode;
}

/** What one part of the account is about. */
export function PartHeader({ title, lead, action }: PartHeaderProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
      <div className="min-w-0">
        <h2 className="text-22 leading-snug font-title tracking-title">{title}</h2>
        <p className="mt-1 max-w-[40em] text-14 text-pretty text-ink-soft">{lead}</p>
      </div>
      {action}
    </div>
  );
}
