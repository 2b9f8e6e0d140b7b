'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import type { ProfileForm } from '#hooks/account/useProfileForm.ts';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';

/** Asks which of two versions of the profile counts. It takes the focus when it comes. */
export function ConflictNotice({ conflict }: { conflict: NonNullable<ProfileForm['conflict']> }) {
  const t = useTranslations('profile');
  const box = useFocusAtFirst<HTMLDivElement>();
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-md outline-offset-2">
      <Notice
        tone="lagoon"
        icon="people"
        title={t('conflictTitle')}
        action={
          <>
            <Button size="small" tone="primary" onClick={conflict.keepMine}>
              {t('conflictKeep')}
            </Button>
            <Button size="small" tone="line" onClick={conflict.takeTheirs}>
              {t('conflictLoad')}
            </Button>
          </>
        }
      >
        {t('conflict')}
      </Notice>
    </div>
  );
}
