import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

export type NoticeTone = 'plain' | 'lagoon' | 'good' | 'bad';

const looks: Record<NoticeTone, { box: string; icon: IconName; iconClass: string }> = {
  plain: { box: 'bg-sunken', icon: 'info', iconClass: 'text-ink-soft' },
  lagoon: { box: 'bg-lagoon-soft', icon: 'info', iconClass: 'text-lagoon-text' },
  good: { box: 'bg-good-soft', icon: 'check', iconClass: 'text-good-text' },
  bad: { box: 'bg-bad-soft', icon: 'warning', iconClass: 'text-bad-text' },
};

interface NoticeProps {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  icon?: IconName;
  /** The way on: small buttons or links. */
  action?: ReactNode;
  /** Read out when it appears later than its page. */
  isAnnounced?: boolean;
  className?: string;
}

/** Something worth knowing, in place: it stays as long as it is true. */
export function Notice(props: NoticeProps) {
  const { tone = 'plain', title, children, icon, action, isAnnounced = false, className } = props;
  const look = looks[tone];
  return (
    <div
      role={isAnnounced ? 'status' : undefined}
      className={cx('flex gap-3 rounded-md px-4 py-3.5 text-14 forced-colors:border', look.box, className)}
    >
      <Icon name={icon ?? look.icon} size={21} className={look.iconClass} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <b className="block leading-snug">{title}</b>}
        {children !== undefined && (
          <div className={cx('text-pretty', title !== undefined && 'mt-0.5 text-13')}>{children}</div>
        )}
        {action !== undefined && <div className="mt-2.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
