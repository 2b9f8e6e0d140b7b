import { PartHeader } from '#components/account/PartHeader.tsx';
import { PreferencesCards } from '#components/account/preferences/PreferencesCards.tsx';
import { requireOwnProfile } from '../../_server/account.ts';
import { ownTitleOf } from '../../_server/metadata.ts';
import { pageContext, translator } from '../../_server/page.ts';

export const generateMetadata = () => ownTitleOf('accountPreferences');

export default async function PreferencesPage() {
  const own = await requireOwnProfile('/account/preferences');
  const t = translator(await pageContext(), 'accountPreferences');
  return (
    <>
      <PartHeader title={t('title')} lead={t('lead')} />
      <PreferencesCards own={own} />
    </>
  );
}
