import type { ReactNode } from 'react';
import { AccountTabs } from '#components/account/AccountTabs.tsx';
import { GuestBanner } from '#components/account/GuestBanner.tsx';
import { PageShell } from '#components/chrome/PageShell.tsx';
import { pageContext, translator } from '../_server/page.ts';
import { Words } from '../_server/Words.tsx';

/** What the parts of the account share. Each part itself sees to it that somebody is signed in. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  const t = translator(context, 'account');
  const isGuest = context.viewer?.isGuest ?? false;
  return (
    <Words of="account">
      <PageShell className="mx-auto w-full max-w-[46rem]">
        <h1 className="text-32 leading-tight font-title tracking-display desk:text-40">{t('title')}</h1>
        <div className="mt-5 mb-8">
          <AccountTabs isGuest={isGuest} />
        </div>
        {isGuest && (
          <div className="mb-8">
            <GuestBanner />
          </div>
        )}
        <div className="grid gap-6">{children}</div>
      </PageShell>
    </Words>
  );
}
