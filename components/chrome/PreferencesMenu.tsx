'use client';

import { type ComponentType, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PreferencesButton } from './PreferencesButton.tsx';

const loadOpenMenu = async () => (await import('./OpenPreferencesMenu.tsx')).OpenPreferencesMenu;

/**
 * Language and colours, behind one button in a page's head. The menu's code is heavier than the rest of the start page's
 * own, so it comes when somebody reaches for the button.
 */
export function PreferencesMenu() {
  const t = useTranslations('preferences');
  const [OpenMenu, setOpenMenu] = useState<ComponentType<{ label: string }> | null>(null);
  if (OpenMenu !== null) return <OpenMenu label={t('label')} />;
  return (
    <PreferencesButton
      label={t('label')}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => fetchAhead()}
      onFocus={() => fetchAhead()}
      onClick={() => void open()}
    />
  );

  async function open(): Promise<void> {
    try {
      const loaded = await loadOpenMenu();
      setOpenMenu(() => loaded);
    } catch (error) {
      reportMissing(error);
    }
  }
}

function fetchAhead(): void {
  loadOpenMenu().catch(reportMissing);
}

/** Without a network the button does nothing yet; the next press asks again. */
function reportMissing(error: unknown): void {
  console.warn('the menu could not be loaded', error);
}
