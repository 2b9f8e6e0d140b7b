import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

export type BadgeTone = 'plain' | 'lagoon' | 'good' | 'bad' | 'line';

const tones: Record<BadgeTone, string> = {
  plain: 'bg-sunken text-ink-soft',
  lagoon: 'bg-lagoon-soft text-lagoon-text',
  good: 'bg-good-soft text-good-text',
  bad: 'bg-bad-soft text-bad-text',
  line: 'text-ink-soft inset-ring inset-ring-line',
};

interface BadgeProps {
  tone?: BadgeTone;
  icon?: IconName;
  children: ReactNode;
  className?: string;
}

/** One or two quiet words about what stands beside, such as a role. Its colour never says what its words do not. */
export function Badge({ tone = 'plain', icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex h-6 flex-none items-center gap-1 rounded-full px-2.5 text-12 font-medium whitespace-nowrap forced-colors:border',
        tones[tone],
        className,
      )}
    >
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}
