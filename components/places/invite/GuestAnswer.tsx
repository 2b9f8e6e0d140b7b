'use client';

import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { InvitationForm } from '#hooks/places/useInvitation.ts';
import { rememberedName } from '#hooks/rememberedName.ts';

/** Takes an invitation by a name alone. */
export function GuestAnswer({ form }: { form: InvitationForm }) {
  const t = useTranslations();
  const field = useRef<HTMLInputElement>(null);
  const { problem, isPending } = form;
  // The browser keeps the name of the last visit; the server's page cannot know it.
  useEffect(() => {
    if (field.current !== null && field.current.value === '') field.current.value = rememberedName();
  }, []);
  useEffect(() => {
    if (problem !== null) field.current?.focus();
  }, [problem]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    form.acceptAs(typeof name === 'string' ? name : '');
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field
        ref={field}
        label={t('invitation.name')}
        name="name"
        maxLength={40}
        autoComplete="name"
        placeholder={t('door.namePlaceholder')}
        error={problem === null ? null : t(`door.${problem}`)}
      />
      <Button type="submit" tone="primary" size="large" disabled={isPending} aria-busy={isPending}>
        {isPending ? t('invitation.accepting') : t('invitation.enterAsGuest')}
      </Button>
    </form>
  );
}
