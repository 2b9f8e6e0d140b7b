import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

interface EmptyStateProps {
  title: string;
  /** What would be here, and how it comes to be. */
  children?: ReactNode;
  icon?: IconName;
  /** A drawing in place of the icon. */
  picture?: ReactNode;
  /** The way on, mostly one button or link. */
  action?: ReactNode;
  /** Level of the title in the page. */
  level?: 2 | 3;
  className?: string;
}

/** What stands where a list has nothing yet: what it is for, and the first step. */
export function EmptyState(props: EmptyStateProps) {
  const { title, children, icon, picture, action, level = 2, className } = props;
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div
      className={cx(
        'flex flex-col items-center rounded-lg border border-dashed border-line-strong/60 px-6 py-12 text-center',
        className,
      )}
    >
      {picture}
      {icon && (
        <span className="mb-4 inline-grid size-13 place-items-center rounded-full bg-sunken text-ink-soft">
          <Icon name={icon} size={24} />
        </span>
      )}
      <Title className="text-18 font-title tracking-title text-balance">{title}</Title>
      {children !== undefined && (
        <div className="mt-1.5 max-w-[36em] text-14 text-pretty text-ink-soft">{children}</div>
      )}
      {action !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
