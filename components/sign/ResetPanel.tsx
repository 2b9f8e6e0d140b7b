'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { SubmitButton } from '#components/forms/SubmitButton.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { isDeadLink } from '#hooks/forms/deadLink.ts';
import { useFieldForm } from '#hooks/forms/useFieldForm.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import { leaveFor } from '#hooks/leaveFor.ts';
import { rememberName } from '#hooks/rememberedName.ts';
import { defaultDestination, withReturnTo } from '#hooks/returnTo.ts';
import { useApi } from '#hooks/useApi.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { DeadLink } from './DeadLink.tsx';
import { resetFields } from './fieldKinds.ts';
import { NewPasswordField } from './NewPasswordField.tsx';
import { SignTitle } from './SignTitle.tsx';

interface ResetPanelProps {
  token: string;
  returnTo: string | null;
}

/** A new password by the link of a mail. Whoever sets it is signed in here and nowhere else. */
export function ResetPanel({ token, returnTo }: ResetPanelProps) {
  const t = useTranslations('reset');
  const words = useTranslations('formWords');
  const problem = useProblemWords();
  const api = useApi();
  const form = useFieldForm(resetFields, async ({ password }) => {
    const { reply } = await api.call(sessionRoutes.resetPassword, { body: { token, password } });
    rememberName(reply.user.name);
    await leaveFor(returnTo ?? defaultDestination);
  });

  if (isDeadLink(form.error)) {
    return (
      <DeadLink
        title={t('invalidTitle')}
        actions={
          <Link href={withReturnTo('/forgot-password', returnTo)} className={buttonClass('primary')}>
            {t('again')}
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
      <form ref={form.ref} onSubmit={form.submit} method="post" noValidate className="grid gap-4">
        <FormProblem error={form.error} />
        <NewPasswordField
          label={words('newPassword')}
          name="password"
          error={problem(form.problems.password)}
        />
        <SubmitButton isWide isPending={form.isPending} pending={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </form>
    </div>
  );
}
