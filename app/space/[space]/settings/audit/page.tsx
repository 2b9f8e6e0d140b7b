import type { Metadata } from 'next';
import { AuditSettings } from '#components/places/settings/AuditSettings.tsx';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { callApi } from '#lib/web/api.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'audit');
}

export default async function AuditSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'audit');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const { reply } = await callApi('readAudit', { params: { space: space.id } });
  return <AuditSettings space={space} first={reply} />;
}
