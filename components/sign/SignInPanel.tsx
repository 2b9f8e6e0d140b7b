'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import type { Provider, SignInFailure } from '#hooks/providerSignIn.ts';
import { defaultDestination, leadsToDoor, withReturnTo } from '#hooks/returnTo.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { OrLine } from './OrLine.tsx';
import { ProviderButtons } from './ProviderButtons.tsx';
import { SignInForm } from './SignInForm.tsx';
import { SignTitle } from './SignTitle.tsx';
import { TextLink } from './TextLink.tsx';

interface SignInPanelProps {
  returnTo: string | null;
  providers: readonly Provider[];
  failure: SignInFailure | null;
}

/** Every way in: by address and password, by another service, by a new account, and to a space by a name alone. */
export function SignInPanel({ returnTo, providers, failure }: SignInPanelProps) {
  const t = useTranslations('signIn');
  return (
    <div className="grid gap-6">
      <SignTitle title={t('title')}>{t('lead')}</SignTitle>
      {failure !== null && (
        <Notice tone={failure === 'session' ? 'plain' : 'bad'} isAnnounced>
          {t(`failed.${failure}`)}
        </Notice>
      )}
      <GuestNote returnTo={returnTo} />
      <SignInForm returnTo={returnTo} />
      {providers.length > 0 && (
        <>
          <OrLine />
          <ProviderButtons providers={providers} returnTo={returnTo ?? defaultDestination} />
        </>
      )}
      <div className="grid gap-3 border-t border-line pt-5 text-14">
        <p>
          {t('newHere')} <TextLink href={withReturnTo('/sign-up', returnTo)}>{t('create')}</TextLink>
        </p>
        {returnTo !== null && leadsToDoor(returnTo) && (
          <Link href={returnTo} className={buttonClass('plain', 'normal', 'w-full')}>
            {t('guest')}
          </Link>
        )}
      </div>
    </div>
  );
}

/** Tells a guest that signing in makes them somebody else, and how they stay who they are. */
function GuestNote({ returnTo }: { returnTo: string | null }) {
  const t = useTranslations('signIn');
  const viewer = useViewer();
  if (viewer === null) return null;
  const { name } = viewer;
  return (
    <Notice
      tone="lagoon"
      action={<TextLink href={withReturnTo('/sign-up', returnTo)}>{t('asGuestKeep', { name })}</TextLink>}
    >
      {t('asGuest', { name })}
    </Notice>
  );
}
