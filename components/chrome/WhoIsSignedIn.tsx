import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import type { Viewer } from '#hooks/viewer.ts';

/** Head of my menu: whose it is. */
export function WhoIsSignedIn({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('header');
  return (
    <div className="flex max-w-72 items-center gap-3 px-3 py-2">
      <Avatar cast={viewer.cast} size={40} />
      <div className="min-w-0">
        <p className="truncate text-14 font-name">{viewer.name}</p>
        {viewer.isGuest && <p className="text-12 text-ink-soft">{t('guest')}</p>}
        {viewer.isOperator && <p className="text-12 text-ink-soft">{t('operator')}</p>}
      </div>
    </div>
  );
}
