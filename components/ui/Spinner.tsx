'use client';

import { useTranslations } from 'use-intl';
import { cx } from './cx.ts';

interface SpinnerProps {
  /** Side in px. */
  size?: number;
  /** What is waited for. Null where words beside it say so already. */
  label?: string | null;
  className?: string;
}

/** A turning arc: something is under way. Who asked for less motion sees it stand still beside its words. */
export function Spinner({ size = 20, label, className }: SpinnerProps) {
  return (
    <span className={cx('inline-flex flex-none', className)} role={label === null ? undefined : 'status'}>
      <svg
        className="block animate-spin"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="12" cy="12" r="8.5" opacity=".22" />
        <path d="M12 3.5a8.5 8.5 0 0 1 8.5 8.5" />
      </svg>
      {label !== null && <SpinnerWords label={label} />}
    </span>
  );
}

function SpinnerWords({ label }: { label: string | undefined }) {
  const t = useTranslations('ui');
  return <span className="sr-only">{label ?? t('loading')}</span>;
}
