import { cx } from './cx.ts';

export type DotTone = 'good' | 'bad' | 'away';

const tones: Record<DotTone, string> = {
  good: 'bg-good',
  bad: 'bg-bad',
  away: 'inset-ring-2 inset-ring-ink-soft',
};

/** The sign of presence; shape and colour differ, and a word always stands beside it. */
export function Dot({ tone = 'good', className }: { tone?: DotTone; className?: string }) {
  return (
    <i aria-hidden="true" className={cx('block size-2 flex-none rounded-full', tones[tone], className)} />
  );
}
