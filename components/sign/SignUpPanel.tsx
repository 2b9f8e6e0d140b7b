'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFieldForm } from '#hooks/forms/useFieldForm.ts';
import type { Provider } from '#hooks/providerSignIn.ts';
import { defaultDestination, withReturnTo } from '#hooks/returnTo.ts';
import { useApi } from '#hooks/useApi.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { signUpFields } from './fieldKinds.ts';
import { OrLine } from './OrLine.tsx';
import { ProviderButtons } from './ProviderButtons.tsx';
import { SentNotice } from './SentNotice.tsx';
import { SignTitle } from './SignTitle.tsx';
import { SignUpForm, type SignUpName } from './SignUpForm.tsx';
import { strong } from './strong.tsx';
import { TextLink } from './TextLink.tsx';

type Values = Readonly<Record<SignUpName, string>>;

interface SignUpPanelProps {
  returnTo: string | null;
  providers: readonly Provider[];
}

/** The way to an account: the form, and after it the mail to look for. A guest becomes the account and is told so. */
export function SignUpPanel({ returnTo, providers }: SignUpPanelProps) {
  const t = useTranslations('signUp');
  const viewer = useViewer();
  const language = useLocale();
  const api = useApi();
  const [written, setWritten] = useState<Values | null>(null);
  const [isSent, setSent] = useState(false);
  const form = useFieldForm(signUpFields, async (values) => {
    await send(values);
    setWritten(values);
    setSent(true);
  });

  async function send(values: Values): Promise<void> {
    await api.call(sessionRoutes.signUp, {
      body: { ...values, language, ...(returnTo !== null && { returnTo }) },
    });
  }

  if (isSent && written !== null) {
    return (
      <SentNotice title={t('sentTitle')} onAgain={() => send(written)} onOtherAddress={() => setSent(false)}>
        <p>{t.rich('sent', { email: written.email, b: strong })}</p>
        <p>{t('sentNothing')}</p>
      </SentNotice>
    );
  }
  return (
    <div className="grid gap-6">
      <SignTitle title={viewer === null ? t('title') : t('guestTitle')}>
        {viewer === null ? t('lead') : t('guestLead', { name: viewer.name })}
      </SignTitle>
      <SignUpForm
        form={form}
        initial={{ name: written?.name ?? viewer?.name ?? '', email: written?.email ?? '' }}
        submit={t('submit')}
        pending={t('pending')}
      />
      {providers.length > 0 && (
        <>
          <OrLine />
          <ProviderButtons providers={providers} returnTo={returnTo ?? defaultDestination} />
        </>
      )}
      <div className="grid gap-3 border-t border-line pt-5 text-14">
        <p>
          {t('have')} <TextLink href={withReturnTo('/sign-in', returnTo)}>{t('signIn')}</TextLink>
        </p>
        <p className="text-13 text-ink-soft">{t('fine')}</p>
      </div>
    </div>
  );
}
