import type { Metadata } from 'next';
import { BansSettings } from '#components/places/settings/BansSettings.tsx';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { callApi } from '#lib/web/api.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'bans');
}

export default async function BansSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'bans');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const { reply } = await callApi('listBans', { params: { space: space.id } });
  return <BansSettings space={space} first={reply} />;
}
