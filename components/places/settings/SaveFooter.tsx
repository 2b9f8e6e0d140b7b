'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';

interface SaveFooterProps {
  isDirty: boolean;
  isPending: boolean;
  onDiscard: () => void;
}

/** Foot of a form: whether something is not saved yet, the way back, and the way on. */
export function SaveFooter({ isDirty, isPending, onDiscard }: SaveFooterProps) {
  const t = useTranslations('spaceSettings');
  return (
    <>
      <p role="status" className="me-auto text-13 text-ink-soft">
        {isDirty && t('unsaved')}
      </p>
      <Button tone="ghost" disabled={!isDirty || isPending} onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button type="submit" tone="primary" disabled={!isDirty || isPending} aria-busy={isPending}>
        {isPending ? t('saving') : t('save')}
      </Button>
    </>
  );
}
