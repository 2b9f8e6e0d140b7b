import type { Metadata } from 'next';
import { ReportsSettings } from '#components/chat/moderation/ReportsSettings.tsx';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { callApi } from '#lib/web/api.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'reports');
}

export default async function ReportsSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'reports');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const { reply } = await callApi('listReports', { params: { space: space.id } });
  return <ReportsSettings space={space} first={reply} />;
}
