import type { Metadata } from 'next';
import { AccessSettings } from '#components/places/settings/AccessSettings.tsx';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'access');
}

export default async function AccessSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'access');
  return mayBeSeen ? <AccessSettings space={space} /> : <Forbidden space={space} />;
}
