'use client';

import { Progress as Primitive } from 'radix-ui';

interface ProgressProps {
  label: string;
  /** How much is done, from 0 to 1; `null` while that is not known. */
  share: number | null;
}

/** How far something has come that takes a while. */
export function Progress({ label, share }: ProgressProps) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <Primitive.Root
      aria-label={label}
      value={percent}
      className="h-2 w-full overflow-hidden rounded-full bg-line forced-colors:border"
    >
      <Primitive.Indicator
        style={percent === null ? undefined : { inlineSize: `${percent}%` }}
        className="block h-full rounded-full bg-lagoon transition-[inline-size] duration-220 data-[state=indeterminate]:w-1/3 data-[state=indeterminate]:animate-breathe forced-colors:bg-[Highlight]"
      />
    </Primitive.Root>
  );
}
