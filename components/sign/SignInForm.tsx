'use client';

import { useTranslations } from 'use-intl';
import { SubmitButton } from '#components/forms/SubmitButton.tsx';
import { Field } from '#components/ui/Field.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { PasswordField } from '#components/ui/PasswordField.tsx';
import { useFieldForm } from '#hooks/forms/useFieldForm.ts';
import { useProblemWords } from '#hooks/forms/useProblemWords.ts';
import { leaveFor } from '#hooks/leaveFor.ts';
import { rememberName } from '#hooks/rememberedName.ts';
import { defaultDestination, withReturnTo } from '#hooks/returnTo.ts';
import { useApi } from '#hooks/useApi.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { signInFields } from './fieldKinds.ts';
import { TextLink } from './TextLink.tsx';

/** Email and password. `method` keeps them out of the address should somebody be faster than the page's script. */
export function SignInForm({ returnTo }: { returnTo: string | null }) {
  const t = useTranslations('signIn');
  const words = useTranslations('formWords');
  const problem = useProblemWords();
  const api = useApi();
  const form = useFieldForm(signInFields, async (body) => {
    const { reply } = await api.call(sessionRoutes.signIn, { body });
    rememberName(reply.user.name);
    await leaveFor(returnTo ?? defaultDestination);
  });

  return (
    <form ref={form.ref} onSubmit={form.submit} method="post" noValidate className="grid gap-4">
      <FormProblem error={form.error} words={{ wrong_credentials: t('failed.wrong') }} />
      <Field
        label={words('email')}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={254}
        error={problem(form.problems.email)}
      />
      <div>
        <PasswordField
          label={words('password')}
          name="password"
          autoComplete="current-password"
          maxLength={200}
          error={problem(form.problems.password)}
        />
        <p className="mt-2 text-13">
          <TextLink href={withReturnTo('/forgot-password', returnTo)}>{t('forgot')}</TextLink>
        </p>
      </div>
      <SubmitButton isWide isPending={form.isPending} pending={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
