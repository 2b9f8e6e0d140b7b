'use client';

import { useTranslations } from 'use-intl';
import { SubmitButton } from '#components/forms/SubmitButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import type { ProfileForm } from '#hooks/account/useProfileForm.ts';

/** Saves the profile or takes the changes back; it says whether there are any. */
export function SaveBar({ form }: { form: ProfileForm }) {
  const t = useTranslations('profile');
  const { isPending } = form.saving;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 border-t border-line pt-5">
      <SubmitButton isPending={isPending} pending={t('saving')}>
        {t('save')}
      </SubmitButton>
      {form.hasChanges && !isPending && (
        <Button tone="ghost" onClick={form.discard}>
          {t('discard')}
        </Button>
      )}
      <p role="status" className="ms-auto text-13 text-ink-soft">
        {form.hasChanges && t('unsaved')}
      </p>
    </div>
  );
}
