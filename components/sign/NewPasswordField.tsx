'use client';

import { type ChangeEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { usePasswordStrength } from '#hooks/usePasswordStrength.ts';

interface NewPasswordFieldProps {
  label: string;
  name: string;
  error: string | null;
  /** What others know of the person, beside what the form says. */
  known?: readonly string[];
}

const nothing: readonly string[] = [];

/** A password that is being chosen, with how hard it is to guess for whoever knows the rest of the form. */
export function NewPasswordField({ label, name, error, known = nothing }: NewPasswordFieldProps) {
  const t = useTranslations('formWords');
  const [written, setWritten] = useState({ password: '', form: nothing });
  const strength = usePasswordStrength(written.password, [...known, ...written.form]);

  function read(event: ChangeEvent<HTMLInputElement>): void {
    const { value, form } = event.currentTarget;
    setWritten({ password: value, form: form === null ? nothing : identityIn(new FormData(form)) });
  }

  return (
    <PasswordField
      label={label}
      name={name}
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      hint={t('passwordHint')}
      error={error}
      strength={strength}
      onChange={read}
    />
  );
}

/** Name and address, where the form has them. */
function identityIn(form: FormData): string[] {
  return [form.get('name'), form.get('email')].filter((value) => typeof value === 'string');
}
