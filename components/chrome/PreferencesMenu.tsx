'use client';

import { useTranslations } from 'use-intl';
import { useLoadedOnDemand } from '#hooks/useLoadedOnDemand.ts';
import { PreferencesButton } from './PreferencesButton.tsx';

const loadOpenMenu = async () => (await import('./OpenPreferencesMenu.tsx')).OpenPreferencesMenu;

/**
 * Language and colours, behind one button in a page's head. The menu's code is heavier than the rest of the start page's
 * own, so it comes when somebody reaches for the button.
 */
export function PreferencesMenu() {
  const t = useTranslations('preferences');
  const { Loaded, fetchAhead, show } = useLoadedOnDemand(loadOpenMenu);
  if (Loaded !== null) return <Loaded label={t('label')} />;
  return (
    <PreferencesButton
      label={t('label')}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={fetchAhead}
      onFocus={fetchAhead}
      onClick={show}
    />
  );
}
