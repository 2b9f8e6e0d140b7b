'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SubmitButton } from '#components/forms/SubmitButton.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { useFieldForm } from '#hooks/forms/useFieldForm.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import { withReturnTo } from '#hooks/returnTo.ts';
import { useApi } from '#hooks/useApi.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { forgotFields } from './fieldKinds.ts';
import { SentNotice } from './SentNotice.tsx';
import { SignTitle } from './SignTitle.tsx';
import { strong } from './strong.tsx';
import { TextLink } from './TextLink.tsx';

/** Asks for the link to a new password. It says the same whether or not the address has an account. */
export function ForgotPanel({ returnTo }: { returnTo: string | null }) {
  const t = useTranslations('forgot');
  const words = useTranslations('formWords');
  const problem = useProblemWords();
  const language = useLocale();
  const api = useApi();
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const form = useFieldForm(forgotFields, async (values) => {
    await send(values.email);
    setEmail(values.email);
    setSent(true);
  });

  async function send(address: string): Promise<void> {
    const body = { email: address, language, ...(returnTo !== null && { returnTo }) };
    await api.call(sessionRoutes.requestPasswordReset, { body });
  }

  if (isSent) {
    return (
      <SentNotice title={t('sentTitle')} onAgain={() => send(email)} onOtherAddress={() => setSent(false)}>
        <p>{t.rich('sent', { email, b: strong })}</p>
      </SentNotice>
    );
  }
  return (
    <div className="grid gap-6">
      <SignTitle title={t('title')}>{t('lead')}</SignTitle>
      <form ref={form.ref} onSubmit={form.submit} method="post" noValidate className="grid gap-4">
        <FormProblem error={form.error} />
        <Field
          label={words('email')}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={254}
          defaultValue={email}
          error={problem(form.problems.email)}
        />
        <SubmitButton isWide isPending={form.isPending} pending={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </form>
      <p className="text-14">
        <TextLink href={withReturnTo('/sign-in', returnTo)}>{t('back')}</TextLink>
      </p>
    </div>
  );
}
