'use client';

import { useTranslations } from 'use-intl';
import { NewPasswordField } from '#components/sign/NewPasswordField.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { type FieldForm, useFieldForm } from '#hooks/forms/useFieldForm.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import { useApi } from '#hooks/useApi.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import { firstPasswordFields, passwordFields } from '../fieldKinds.ts';
import { SmallSubmit } from '../SmallSubmit.tsx';

interface PasswordFormProps {
  hasPassword: boolean;
  /** What others know of the person: a password must not be made of it. */
  name: string;
  email: string;
  onDone: () => void;
}

type Name = keyof typeof passwordFields;

/** The current password, where there is one, and the new one. */
export function PasswordForm({ hasPassword, name, email, onDone }: PasswordFormProps) {
  const t = useTranslations('security');
  const problem = useProblemWords();
  const form = usePasswordForm(hasPassword, onDone);
  return (
    <form ref={form.ref} onSubmit={form.submit} method="post" noValidate className="grid max-w-[26rem] gap-4">
      <FormProblem error={form.error} />
      {/* Whose password it is, for password managers. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <PasswordField
          label={t('passwordCurrent')}
          name="current"
          autoComplete="current-password"
          maxLength={200}
          error={problem(form.problems.current)}
        />
      )}
      <NewPasswordField
        label={t('passwordNew')}
        name="password"
        known={[name, email]}
        error={problem(form.problems.password)}
      />
      <SmallSubmit isPending={form.isPending} pending={t('passwordPending')}>
        {hasPassword ? t('passwordSubmit') : t('passwordSet')}
      </SmallSubmit>
    </form>
  );
}

function usePasswordForm(hasPassword: boolean, onDone: () => void): FieldForm<Name> {
  const api = useApi();
  const kinds = hasPassword ? passwordFields : firstPasswordFields;
  return useFieldForm<Name>(kinds as typeof passwordFields, async ({ current, password }) => {
    await api.call(meRoutes.changePassword, { body: { password, ...(hasPassword && { current }) } });
    onDone();
  });
}
