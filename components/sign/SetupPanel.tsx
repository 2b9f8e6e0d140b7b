'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { isDeadLink } from '#hooks/forms/deadLink.ts';
import { useFieldForm } from '#hooks/forms/useFieldForm.ts';
import { leaveFor } from '#hooks/leaveFor.ts';
import { rememberName } from '#hooks/rememberedName.ts';
import { defaultDestination } from '#hooks/returnTo.ts';
import { useApi } from '#hooks/useApi.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { DeadLink } from './DeadLink.tsx';
import { signUpFields } from './fieldKinds.ts';
import { SignTitle } from './SignTitle.tsx';
import { SignUpForm } from './SignUpForm.tsx';

const nobody = { name: '', email: '' };

/** The first operator's account, by the link that the server printed. */
export function SetupPanel({ token }: { token: string }) {
  const t = useTranslations('setup');
  const api = useApi();
  const form = useFieldForm(signUpFields, async (values) => {
    const { reply } = await api.call(sessionRoutes.claimOperator, { body: { token, ...values } });
    rememberName(reply.user.name);
    await leaveFor(defaultDestination);
  });

  if (isDeadLink(form.error)) {
    return (
      <DeadLink
        title={t('invalidTitle')}
        actions={
          <Link href="/sign-in" className={buttonClass('primary')}>
            {t('signIn')}
          </Link>
        }
      >
        {t('invalid')}
      </DeadLink>
    );
  }
  return (
    <div className="grid gap-6">
      <SignTitle title={t('title')}>{t('lead')}</SignTitle>
      <div className="rounded-md bg-sunken px-4 py-3.5 text-14">
        <b>{t('whatTitle')}</b>
        <ul className="mt-1 ms-4 grid list-disc gap-0.5 text-13 text-ink-soft">
          <li>{t('what1')}</li>
          <li>{t('what2')}</li>
          <li>{t('what3')}</li>
        </ul>
      </div>
      <SignUpForm form={form} initial={nobody} submit={t('submit')} pending={t('pending')} />
    </div>
  );
}
