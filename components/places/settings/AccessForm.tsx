'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { textMost } from '#hooks/places/spaceDraft.ts';
import { useSpaceEdit } from '#hooks/places/useSpaceEdit.ts';
import { useToasts } from '#hooks/useToasts.ts';
import type { Visibility } from '#lib/domain/access/standing.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { VisibilityCards } from '../VisibilityCards.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { SaveFooter } from './SaveFooter.tsx';

interface AccessValues {
  readonly visibility: Visibility;
}

const accessValuesOf = ({ visibility }: SpaceView): AccessValues => ({ visibility });

/** Who may come in, and the password where one is asked for. A password is never shown again, only replaced. */
export function AccessForm({ space }: { space: SpaceView }) {
  const t = useTranslations('spaceSettings');
  const names = useTranslations('visibility');
  const form = useAccessForm(space);
  const { edit, password, isMissing } = form;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    form.submit();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Card
        footer={<SaveFooter isDirty={form.isDirty} isPending={form.isPending} onDiscard={form.discard} />}
      >
        <div className="grid gap-5">
          <FormProblem error={form.error} />
          <ConflictNotice
            edit={edit}
            labelOf={() => t('visibility')}
            wordsOf={(_, values) => names(values.visibility)}
            onChoose={form.change}
          />
          <VisibilityCards
            value={edit.values.visibility}
            onChange={(visibility) => form.change({ visibility })}
          />
          {edit.values.visibility === 'password' && (
            <PasswordField
              label={t('password')}
              autoComplete="off"
              value={password}
              maxLength={textMost.password}
              hint={form.hint}
              error={isMissing ? form.missingWords : null}
              onChange={(event) => form.setPassword(event.currentTarget.value)}
            />
          )}
        </div>
      </Card>
    </form>
  );
}

function useAccessForm(space: SpaceView) {
  const t = useTranslations();
  const router = useRouter();
  const toasts = useToasts();
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const form = useSpaceEdit(space, {
    valuesOf: accessValuesOf,
    bodyOf: (changed, { visibility }) => ({
      ...changed,
      ...(visibility === 'password' && password !== '' && { password }),
    }),
    onSaved() {
      setPassword('');
      toasts.show({ key: `saved-${space.id}`, title: t('spaceSettings.saved') });
      router.refresh();
    },
  });
  const { base, values } = form.edit;
  const hasOne = base.visibility === 'password';
  return {
    ...form,
    password,
    setPassword,
    isMissing,
    missingWords: t('newSpace.passwordMissing'),
    hint: hasOne
      ? `${t('spaceSettings.passwordKeep')} ${t('spaceSettings.passwordNew')}`
      : t('newSpace.passwordDetail'),
    isDirty: form.isDirty || (values.visibility === 'password' && password !== ''),
    discard() {
      setPassword('');
      setMissing(false);
      form.discard();
    },
    submit() {
      const isAbsent = values.visibility === 'password' && !hasOne && password === '';
      setMissing(isAbsent);
      if (!isAbsent) form.save();
    },
  };
}
