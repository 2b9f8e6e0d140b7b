import { NeedsAccount } from '#components/account/NeedsAccount.tsx';
import { PartHeader } from '#components/account/PartHeader.tsx';
import { EmailCard } from '#components/account/security/EmailCard.tsx';
import { IdentitiesCard } from '#components/account/security/IdentitiesCard.tsx';
import { LoginsCard } from '#components/account/security/LoginsCard.tsx';
import { PasswordCard } from '#components/account/security/PasswordCard.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { linkFailureOf } from '#hooks/account/services.ts';
import { callApi } from '#lib/web/api.ts';
import { requireOwnProfile } from '../../_server/account.ts';
import { ownTitleOf } from '../../_server/metadata.ts';
import { pageContext, translator } from '../../_server/page.ts';
import type { SignSearch } from '../../_server/signing.ts';

const path = '/account/security';

export const generateMetadata = () => ownTitleOf('security');

export default async function SecurityPage({ searchParams }: { searchParams: SignSearch }) {
  const { user } = await requireOwnProfile(path);
  if (user.isGuest) return <NeedsAccount path={path} />;
  const t = translator(await pageContext(), 'security');
  const [logins, identities, services] = await Promise.all([
    callApi('listLogins'),
    callApi('listIdentities'),
    callApi('listProviders'),
  ]);
  const { providers } = services.reply;
  const failure = linkFailureOf((await searchParams).failure);
  const hasServices = providers.length > 0 || identities.reply.items.length > 0;
  return (
    <>
      <PartHeader title={t('title')} lead={t('lead')} />
      {failure !== null && (
        <Notice tone="bad" isAnnounced>
          {t(failure)}
        </Notice>
      )}
      <EmailCard email={user.email ?? ''} hasPassword={user.hasPassword} />
      <PasswordCard hasPassword={user.hasPassword} name={user.name} email={user.email ?? ''} />
      <LoginsCard logins={logins.reply.items} />
      {hasServices && <IdentitiesCard providers={providers} identities={identities.reply.items} />}
    </>
  );
}
