import { cx } from './cx.ts';

/** A calm grey place where something will be. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block animate-breathe rounded-md bg-sunken', className)} />;
}
