import type { Metadata } from 'next';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { MembersSettings } from '#components/places/settings/MembersSettings.tsx';
import { callApi } from '#lib/web/api.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'members');
}

export default async function MembersSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'members');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const { reply } = await callApi('listMembers', { params: { space: space.id } });
  return <MembersSettings space={space} first={reply} />;
}
