import type { Metadata } from 'next';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { InvitationsSettings } from '#components/places/settings/InvitationsSettings.tsx';
import { callApi } from '#lib/web/api.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'invitations');
}

export default async function InvitationsSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'invitations');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const { reply } = await callApi('listInvitations', { params: { space: space.id } });
  return <InvitationsSettings space={space} first={reply} />;
}
