'use client';

import { useTranslations } from 'use-intl';
import { Mark } from '#components/ui/Mark.tsx';

interface OpeningProps {
  spaceName: string;
  /** Whoever comes back after a reload, else null. */
  returningName: string | null;
}

/** While the space opens: before the script knows whether to show door or map, and until the first join. */
export function Opening({ spaceName, returningName }: OpeningProps) {
  const t = useTranslations();
  return (
    <main
      id="content"
      aria-busy="true"
      className="fixed inset-0 z-30 grid place-content-center justify-items-center gap-4 bg-paper px-6 text-center"
    >
      <span className="animate-breathe">
        <Mark size={56} />
      </span>
      <h1 className="text-22 leading-snug font-title tracking-title">
        {returningName === null
          ? t('space.connecting', { space: spaceName })
          : t('space.welcomeBack', { name: returningName })}
      </h1>
      <p role="status" className="text-14 text-ink-soft">
        {returningName === null ? t('connection.connecting') : t('space.enteringDetail')}
      </p>
      <noscript>
        <p className="text-14 text-bad-text">{t('door.noscript')}</p>
      </noscript>
    </main>
  );
}
