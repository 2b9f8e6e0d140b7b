'use client';

import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';

/** The address is confirmed, and the way on. The next page is loaded anew, because somebody else opens it now. */
export function Confirmed({ name, goOn }: { name: string; goOn: string }) {
  const t = useTranslations('confirm');
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  return (
    <div className="grid gap-4">
      <span className="inline-grid size-14 place-items-center rounded-full bg-good-soft text-good-text">
        <Icon name="check" size={28} />
      </span>
      <h1
        ref={heading}
        tabIndex={-1}
        className="text-32 leading-tight font-title tracking-display text-balance outline-none desk:text-40"
      >
        {t('doneTitle')}
      </h1>
      <p className="text-16 leading-body text-pretty text-ink-soft">{t('done', { name })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <a href={goOn} className={buttonClass('primary', 'large')}>
          {t('go')}
        </a>
        <a href="/account/profile" className={buttonClass('ghost', 'large')}>
          {t('toAccount')}
        </a>
      </div>
    </div>
  );
}
