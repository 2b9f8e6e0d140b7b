'use client';

import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { focusFirstWrong } from '#hooks/forms/useFieldForm.ts';
import { useDoorPlace } from '#hooks/places/DoorContext.ts';
import type { DoorVisitor } from '#hooks/places/doorVisitor.ts';
import { usePasswordDoor } from '#hooks/places/usePasswordDoor.ts';
import { rememberedName } from '#hooks/rememberedName.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { ClosedDoor, DoorWords } from './ClosedDoor.tsx';
import { DoorPresence } from './DoorPresence.tsx';

interface PasswordDoorProps {
  onFound: (space: SpaceView, visitor: DoorVisitor | null) => void;
}

/** The door that asks for a password, and a newcomer for a name with it. */
export function PasswordDoor({ onFound }: PasswordDoorProps) {
  const t = useTranslations('doorStates');
  const { space, visitor } = useDoorPlace();
  const door = usePasswordDoor(space, visitor, onFound);
  const form = useRef<HTMLFormElement>(null);
  const { problems, isPending } = door;
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstWrong(form.current);
  }, [problems]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const written = new FormData(event.currentTarget);
    door.submit(textOf(written.get('name')), textOf(written.get('password')));
  }

  return (
    <ClosedDoor icon="key" title={space.name}>
      <div className="flex justify-center">
        <DoorPresence />
      </div>
      <DoorWords>{t('password')}</DoorWords>
      <form ref={form} onSubmit={submit} noValidate className="mx-auto mt-6 grid w-full max-w-100 gap-4">
        <FormProblem error={door.error} />
        {visitor === null && <NameField problem={problems.name} />}
        <PasswordField
          label={t('passwordField')}
          name="password"
          autoComplete="off"
          maxLength={200}
          error={problems.password === undefined ? null : t(problems.password)}
        />
        <Button type="submit" tone="primary" size="large" disabled={isPending} aria-busy={isPending}>
          {isPending ? t('checking') : t('goOn')}
        </Button>
      </form>
    </ClosedDoor>
  );
}

function NameField({ problem }: { problem: 'nameMissing' | 'nameRefused' | undefined }) {
  const t = useTranslations('door');
  const field = useRef<HTMLInputElement>(null);
  // The browser keeps the name of the last visit; the server's page cannot know it.
  useEffect(() => {
    if (field.current !== null && field.current.value === '') field.current.value = rememberedName();
  }, []);
  return (
    <Field
      ref={field}
      label={t('name')}
      name="name"
      maxLength={40}
      autoComplete="name"
      placeholder={t('namePlaceholder')}
      error={problem === undefined ? null : t(problem)}
    />
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
