import { DeleteCard } from '#components/account/data/DeleteCard.tsx';
import { ExportCard } from '#components/account/data/ExportCard.tsx';
import { PartHeader } from '#components/account/PartHeader.tsx';
import { requireOwnProfile } from '../../_server/account.ts';
import { ownTitleOf } from '../../_server/metadata.ts';
import { pageContext, translator } from '../../_server/page.ts';

export const generateMetadata = () => ownTitleOf('accountData');

export default async function DataPage() {
  const { user } = await requireOwnProfile('/account/data');
  const t = translator(await pageContext(), 'accountData');
  return (
    <>
      <PartHeader title={t('title')} lead={t('lead')} />
      <ExportCard />
      <DeleteCard name={user.name} isGuest={user.isGuest} hasPassword={user.hasPassword} />
    </>
  );
}
