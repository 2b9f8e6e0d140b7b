import { useTranslations } from 'use-intl';

/** Between two ways of doing the same. */
export function OrLine() {
  const t = useTranslations('signIn');
  return (
    <p className="flex items-center gap-3 text-13 text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {t('or')}
    </p>
  );
}
