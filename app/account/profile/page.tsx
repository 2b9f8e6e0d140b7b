import { PartHeader } from '#components/account/PartHeader.tsx';
import { ProfileForm } from '#components/account/profile/ProfileForm.tsx';
import { Card } from '#components/ui/Card.tsx';
import { requireOwnProfile } from '../../_server/account.ts';
import { ownTitleOf } from '../../_server/metadata.ts';
import { pageContext, translator } from '../../_server/page.ts';

export const generateMetadata = () => ownTitleOf('profile');

export default async function ProfilePage() {
  const own = await requireOwnProfile('/account/profile');
  const t = translator(await pageContext(), 'profile');
  return (
    <>
      <PartHeader title={t('title')} lead={t('lead')} />
      <Card>
        <ProfileForm own={own} />
      </Card>
    </>
  );
}
