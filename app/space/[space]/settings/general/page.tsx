import type { Metadata } from 'next';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { GeneralSettings } from '#components/places/settings/GeneralSettings.tsx';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'general');
}

export default async function GeneralSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'general');
  return mayBeSeen ? <GeneralSettings space={space} /> : <Forbidden space={space} />;
}
