'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { strong } from '#components/sign/strong.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { useFieldForm } from '#hooks/forms/useFieldForm.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import { useApi } from '#hooks/useApi.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import { emailFields } from '../fieldKinds.ts';
import { SmallSubmit } from '../SmallSubmit.tsx';

interface EmailCardProps {
  email: string;
  hasPassword: boolean;
}

/** The address of the account. The new one counts once a link that went there was opened. */
export function EmailCard({ email, hasPassword }: EmailCardProps) {
  const t = useTranslations('security');
  return (
    <Card title={t('emailTitle')} lead={<span className="wrap-anywhere">{t('emailNow', { email })}</span>}>
      {hasPassword ? <EmailForm /> : <p className="text-14 text-ink-soft">{t('emailNeedsPassword')}</p>}
    </Card>
  );
}

function EmailForm() {
  const t = useTranslations('security');
  const problem = useProblemWords();
  const language = useLocale();
  const api = useApi();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useFieldForm(emailFields, async (values) => {
    setSentTo(null);
    await api.call(meRoutes.changeEmail, { body: { ...values, language } });
    setSentTo(values.email);
    form.ref.current?.reset();
  });

  return (
    <form ref={form.ref} onSubmit={form.submit} method="post" noValidate className="grid max-w-[26rem] gap-4">
      <FormProblem error={form.error} />
      {sentTo !== null && (
        <Notice tone="good" icon="mail" title={t('emailSentTitle')} isAnnounced>
          <span className="wrap-anywhere">{t.rich('emailSent', { email: sentTo, b: strong })}</span>
        </Notice>
      )}
      <Field
        label={t('emailNew')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={254}
        error={problem(form.problems.email)}
      />
      <PasswordField
        label={t('emailPassword')}
        name="password"
        autoComplete="current-password"
        maxLength={200}
        error={problem(form.problems.password)}
      />
      <SmallSubmit isPending={form.isPending} pending={t('emailPending')}>
        {t('emailSubmit')}
      </SmallSubmit>
    </form>
  );
}
