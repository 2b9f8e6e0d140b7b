'use client';

import { useTranslations } from 'use-intl';
import { SubmitButton } from '#components/forms/SubmitButton.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import type { FieldForm } from '#hooks/forms/useFieldForm.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import type { signUpFields } from './fieldKinds.ts';
import { NewPasswordField } from './NewPasswordField.tsx';

export type SignUpName = keyof typeof signUpFields;

interface SignUpFormProps {
  form: FieldForm<SignUpName>;
  /** What the fields hold at first; a password is never put back. */
  initial: { name: string; email: string };
  submit: string;
  pending: string;
}

/** Name, address and a new password: of whoever makes an account. */
export function SignUpForm({ form, initial, submit, pending }: SignUpFormProps) {
  const t = useTranslations('signUp');
  const words = useTranslations('formWords');
  const problem = useProblemWords();
  return (
    <form ref={form.ref} onSubmit={form.submit} method="post" noValidate className="grid gap-4">
      <FormProblem error={form.error} />
      <Field
        label={words('name')}
        name="name"
        autoComplete="nickname"
        maxLength={40}
        defaultValue={initial.name}
        hint={t('nameHint')}
        error={problem(form.problems.name)}
      />
      <Field
        label={words('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={254}
        defaultValue={initial.email}
        error={problem(form.problems.email)}
      />
      <NewPasswordField label={words('password')} name="password" error={problem(form.problems.password)} />
      <SubmitButton isWide isPending={form.isPending} pending={pending}>
        {submit}
      </SubmitButton>
    </form>
  );
}
