'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SubmitButton } from '#components/forms/SubmitButton.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { isDeadLink } from '#hooks/forms/deadLink.ts';
import { rememberName } from '#hooks/rememberedName.ts';
import { defaultDestination, withReturnTo } from '#hooks/returnTo.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { Confirmed } from './Confirmed.tsx';
import { DeadLink } from './DeadLink.tsx';
import { SignTitle } from './SignTitle.tsx';

interface ConfirmPanelProps {
  token: string;
  returnTo: string | null;
}

/**
 * Uses the link of a mail up, by a press and never by coming here: programs that look into mails open every address, and
 * a link that is used once would be used by them.
 */
export function ConfirmPanel({ token, returnTo }: ConfirmPanelProps) {
  const t = useTranslations('confirm');
  const api = useApi();
  const router = useRouter();
  const [name, setName] = useState<string | null>(null);
  const confirming = useAction(async () => {
    const { reply } = await api.call(sessionRoutes.confirmEmail, { body: { token } });
    rememberName(reply.user.name);
    setName(reply.user.name);
    router.refresh();
  });

  function confirm(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    void confirming.run();
  }

  if (name !== null) return <Confirmed name={name} goOn={returnTo ?? defaultDestination} />;
  if (isDeadLink(confirming.error)) return <UsedLink returnTo={returnTo} />;
  return (
    <div className="grid gap-6">
      <SignTitle title={t('title')}>{t('lead')}</SignTitle>
      <form onSubmit={confirm} method="post" className="grid gap-4">
        <FormProblem error={confirming.error} />
        <SubmitButton isWide isPending={confirming.isPending} pending={t('pending')}>
          {t('submit')}
        </SubmitButton>
      </form>
    </div>
  );
}

function UsedLink({ returnTo }: { returnTo: string | null }) {
  const t = useTranslations('confirm');
  const viewer = useViewer();
  const isSignedIn = viewer !== null && !viewer.isGuest;
  return (
    <DeadLink
      title={t('invalidTitle')}
      actions={
        isSignedIn ? (
          <Link href="/account/security" className={buttonClass('primary')}>
            {t('toAccount')}
          </Link>
        ) : (
          <>
            <Link href={withReturnTo('/sign-in', returnTo)} className={buttonClass('primary')}>
              {t('signIn')}
            </Link>
            <Link href={withReturnTo('/sign-up', returnTo)} className={buttonClass('plain')}>
              {t('signUp')}
            </Link>
          </>
        )
      }
    >
      {t('invalid')}
    </DeadLink>
  );
}
