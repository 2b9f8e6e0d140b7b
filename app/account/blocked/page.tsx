import { BlockedList } from '#components/account/BlockedList.tsx';
import { PartHeader } from '#components/account/PartHeader.tsx';
import { callApi } from '#lib/web/api.ts';
import { requireOwnProfile } from '../../_server/account.ts';
import { ownTitleOf } from '../../_server/metadata.ts';
import { pageContext, translator } from '../../_server/page.ts';

export const generateMetadata = () => ownTitleOf('blocked');

export default async function BlockedPage() {
  await requireOwnProfile('/account/blocked');
  const t = translator(await pageContext(), 'blocked');
  const { reply } = await callApi('listBlocks');
  return (
    <>
      <PartHeader title={t('title')} lead={t('lead')} />
      <BlockedList first={reply} />
    </>
  );
}
