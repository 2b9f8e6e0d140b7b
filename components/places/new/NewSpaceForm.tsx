'use client';

import Link from 'next/link';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { focusFirstWrong } from '#hooks/forms/useFieldForm.ts';
import { slugLengthMost } from '#hooks/places/slug.ts';
import { type DraftField, textMost } from '#hooks/places/spaceDraft.ts';
import { type NewSpaceForm as Form, useNewSpace } from '#hooks/places/useNewSpace.ts';
import { capacityMost, type MapView } from '#lib/protocol/rest/spaces.ts';
import { VisibilityCards } from '../VisibilityCards.tsx';
import { MapChoice } from './MapChoice.tsx';

/** Makes a space of a map and goes there. */
export function NewSpaceForm({ maps }: { maps: readonly MapView[] }) {
  const t = useTranslations('newSpace');
  const form = useNewSpace(maps[0]?.id ?? '');
  const element = useRef<HTMLFormElement>(null);
  const { problems, isPending } = form;
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusFirstWrong(element.current);
  }, [problems]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    form.submit();
  }

  return (
    <form ref={element} onSubmit={submit} noValidate className="grid gap-5">
      <FormProblem error={form.error} />
      <Card>
        <MapChoice maps={maps} value={form.draft.mapId} onChange={(mapId) => form.change({ mapId })} />
      </Card>
      <Card>
        <NameAndAddress form={form} />
      </Card>
      <Card>
        <Access form={form} />
      </Card>
      <Card>
        <Room form={form} />
      </Card>
      <div className="flex flex-col-reverse justify-end gap-2 desk:flex-row">
        <Link href="/spaces" className={buttonClass('ghost', 'large')}>
          {t('cancel')}
        </Link>
        <Button type="submit" tone="primary" size="large" disabled={isPending} aria-busy={isPending}>
          {isPending ? t('creating') : t('create')}
        </Button>
      </div>
    </form>
  );
}

function useProblemWords(form: Form): (field: DraftField) => string | null {
  const t = useTranslations('newSpace');
  return (field) => {
    const problem = form.problems[field];
    return problem === undefined ? null : t(problem, { most: capacityMost });
  };
}

function NameAndAddress({ form }: { form: Form }) {
  const t = useTranslations('newSpace');
  const problem = useProblemWords(form);
  const { name, slug } = form.draft;
  return (
    <div className="grid gap-4">
      <Field
        label={t('name')}
        name="name"
        value={name}
        maxLength={textMost.name}
        autoComplete="off"
        placeholder={t('namePlaceholder')}
        error={problem('name')}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
      />
      <Field
        label={t('address')}
        name="slug"
        value={slug}
        maxLength={slugLengthMost}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="ltr"
        hint={t('addressDetail', { address: `/space/${slug}` })}
        error={problem('slug')}
        onChange={(event) => form.change({ slug: event.currentTarget.value })}
      />
    </div>
  );
}

function Access({ form }: { form: Form }) {
  const t = useTranslations('newSpace');
  const problem = useProblemWords(form);
  const { visibility, password } = form.draft;
  return (
    <div className="grid gap-4">
      <VisibilityCards value={visibility} onChange={(next) => form.change({ visibility: next })} />
      {visibility === 'password' && (
        <PasswordField
          label={t('password')}
          name="space-password"
          autoComplete="off"
          value={password}
          maxLength={textMost.password}
          hint={t('passwordDetail')}
          error={problem('password')}
          onChange={(event) => form.change({ password: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function Room({ form }: { form: Form }) {
  const t = useTranslations('newSpace');
  const problem = useProblemWords(form);
  const { capacity, hasResident } = form.draft;
  return (
    <div className="grid gap-4">
      <Field
        label={t('capacity')}
        name="capacity"
        value={capacity}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        error={problem('capacity')}
        onChange={(event) => form.change({ capacity: event.currentTarget.value })}
        className="max-w-40 tabular-nums"
      />
      <Switch
        label={t('resident')}
        detail={t('residentDetail')}
        isOn={hasResident}
        onChange={(next) => form.change({ hasResident: next })}
      />
    </div>
  );
}
