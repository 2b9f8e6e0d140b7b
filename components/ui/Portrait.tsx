import { cx } from './cx.ts';

/** The enlarged drawing of a person, which stands in for a camera picture. */
export function Portrait({ cast, label, className }: { cast: string; label: string; className?: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: an SVG of a few KB needs no image optimizer
    <img
      src={`/people/${encodeURIComponent(cast)}-portrait.svg`}
      alt={label}
      width={320}
      height={200}
      draggable={false}
      className={cx('block size-full bg-sunken object-cover', className)}
    />
  );
}
