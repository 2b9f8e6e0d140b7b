'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useSelected } from '#hooks/useSelected.ts';

const needsTapOf = (state: { needsTap: boolean }) => state.needsTap;

const touches = ['click', 'keydown'] as const;

/** Some browsers keep sound back until the page is touched: this is what to touch. */
export function TapToHear() {
  const t = useTranslations('space');
  const { calls } = useVisit();
  const needsTap = useSelected(calls.store, needsTapOf);
  useEffect(() => {
    if (!needsTap) return undefined;
    const hear = () => void calls.resumeAudio();
    // Any touch will do, a step by keys as well; the button's own click arrives here too.
    for (const touch of touches) window.addEventListener(touch, hear);
    return () => {
      for (const touch of touches) window.removeEventListener(touch, hear);
    };
  }, [calls, needsTap]);
  if (!needsTap) return null;
  return (
    <button
      type="button"
      title={t('tapToHearDetail')}
      className={buttonClass('primary', 'large', 'pointer-events-auto animate-rise shadow-3')}
    >
      <Icon name="speaker" size={21} />
      {t('tapToHear')}
    </button>
  );
}
