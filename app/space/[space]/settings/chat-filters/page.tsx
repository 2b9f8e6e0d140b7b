import type { Metadata } from 'next';
import { FilterSettings } from '#components/chat/moderation/FilterSettings.tsx';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { callApi } from '#lib/web/api.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'chat-filters');
}

export default async function FilterSettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'chat-filters');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const { reply } = await callApi('readChatFilters', { params: { space: space.id } });
  return <FilterSettings space={space} first={reply.terms} />;
}
