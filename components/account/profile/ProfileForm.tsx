'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import type { OwnProfile } from '#hooks/account/editMe.ts';
import { problemsOfDraft } from '#hooks/account/profileDraft.ts';
import { rememberProfile } from '#hooks/account/rememberProfile.ts';
import { useProfileForm } from '#hooks/account/useProfileForm.ts';
import { noProblems } from '#hooks/forms/fields.ts';
import { focusFirstWrong } from '#hooks/forms/useFieldForm.ts';
import { useLeaveGuard } from '#hooks/useLeaveGuard.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { AvailabilityCards } from './AvailabilityCards.tsx';
import { CastPicker } from './CastPicker.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';
import { ProfileTexts } from './ProfileTexts.tsx';
import { SaveBar } from './SaveBar.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';

/** How others see me, and how I see the pages. */
export function ProfileForm({ own }: { own: OwnProfile }) {
  const t = useTranslations('profile');
  const toasts = useToasts();
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState(noProblems<'name' | 'status' | 'pronouns'>());
  const form = useProfileForm(own, ({ user }) => {
    rememberProfile(user);
    toasts.show({ key: 'profile', title: t('saved') });
    // The page's head shows the name and the face, and its language may be another one now.
    router.refresh();
  });
  useLeaveGuard(form.hasChanges);
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstWrong(element.current);
  }, [problems]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = problemsOfDraft(form.draft);
    setProblems(found);
    if (Object.keys(found).length === 0) void form.saving.run();
  }

  return (
    <form ref={element} onSubmit={submit} method="post" noValidate className="grid gap-7">
      <FormProblem error={form.saving.error} />
      {form.conflict !== null && <ConflictNotice conflict={form.conflict} />}
      <CastPicker value={form.draft.cast} onChange={(cast) => form.set('cast', cast)} />
      <ProfileTexts form={form} problems={problems} />
      <AvailabilityCards
        value={form.draft.availability}
        onChange={(availability) => form.set('availability', availability)}
      />
      <div className="grid items-start gap-5 desk:grid-cols-2">
        <LanguageSelect value={form.draft.language} onChange={(language) => form.set('language', language)} />
        <TimeZoneField value={form.draft.timeZone} onChange={(zone) => form.set('timeZone', zone)} />
      </div>
      <SaveBar form={form} />
    </form>
  );
}
