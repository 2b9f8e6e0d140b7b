'use client';

import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useSelected } from '#hooks/useSelected.ts';

const needsTapOf = (state: { needsTap: boolean }) => state.needsTap;

/** Some browsers keep sound back until the page is touched: this is what to touch. */
export function TapToHear() {
  const t = useTranslations('space');
  const { calls } = useVisit();
  const needsTap = useSelected(calls.store, needsTapOf);
  if (!needsTap) return null;
  return (
    <button
      type="button"
      onClick={() => void calls.resumeAudio()}
      title={t('tapToHearDetail')}
      className={buttonClass('primary', 'large', 'pointer-events-auto animate-rise shadow-3')}
    >
      <Icon name="speaker" size={21} />
      {t('tapToHear')}
    </button>
  );
}
