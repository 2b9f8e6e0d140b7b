'use client';

import { useTranslations } from 'use-intl';
import { useLoadedOnDemand } from '#hooks/useLoadedOnDemand.ts';
import type { Viewer } from '#hooks/viewer.ts';
import { AccountButton } from './AccountButton.tsx';

const loadOpenMenu = async () => (await import('./OpenAccountMenu.tsx')).OpenAccountMenu;

/** What is mine, behind my face in a page's head. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('header');
  const { Loaded, fetchAhead, show } = useLoadedOnDemand(loadOpenMenu);
  if (Loaded !== null) return <Loaded viewer={viewer} />;
  return (
    <AccountButton
      cast={viewer.cast}
      name={viewer.name}
      label={t('menu', { name: viewer.name })}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={fetchAhead}
      onFocus={fetchAhead}
      onClick={show}
    />
  );
}
