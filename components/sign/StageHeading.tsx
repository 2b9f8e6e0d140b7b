'use client';

import type { ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Icon, type IconName } from '#components/ui/Icon.tsx';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';

interface StageHeadingProps {
  icon: IconName;
  tone: 'lagoon' | 'quiet';
  children: ReactNode;
}

const tones = { lagoon: 'bg-lagoon-soft text-lagoon-text', quiet: 'bg-sunken text-ink-soft' };

/** Title of what takes the place of a form; it takes the focus too, so that the change is read out. */
export function StageHeading({ icon, tone, children }: StageHeadingProps) {
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  return (
    <>
      <span className={cx('inline-grid size-14 place-items-center rounded-full', tones[tone])}>
        <Icon name={icon} size={26} />
      </span>
      <h1
        ref={heading}
        tabIndex={-1}
        className="text-32 leading-tight font-title tracking-display text-balance outline-none desk:text-40"
      >
        {children}
      </h1>
    </>
  );
}
