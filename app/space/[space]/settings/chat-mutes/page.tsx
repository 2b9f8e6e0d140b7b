import type { Metadata } from 'next';
import { MutesSettings } from '#components/chat/moderation/MutesSettings.tsx';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { callApi } from '#lib/web/api.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'chat-mutes');
}

export default async function MutesSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'chat-mutes');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const { reply } = await callApi('listChatMutes', { params: { space: space.id } });
  return <MutesSettings space={space} first={reply.mutes} />;
}
