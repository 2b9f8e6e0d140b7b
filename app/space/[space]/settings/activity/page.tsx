import type { Metadata } from 'next';
import { ActivitySettings } from '#components/chat/figures/ActivitySettings.tsx';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { callApi } from '#lib/web/api.ts';
import { pageContext } from '../../../../_server/page.ts';
import { type SettingsPageProps, settingsMetadata, settingsPage } from '../../../../_server/settings.ts';

/** What is shown before another range is chosen, in days. */
const firstRange = 30;

export function generateMetadata(props: SettingsPageProps): Promise<Metadata> {
  return settingsMetadata(props, 'activity');
}

export default async function ActivitySettingsPage(props: SettingsPageProps) {
  const { space, mayBeSeen } = await settingsPage(props, 'activity');
  if (!mayBeSeen) return <Forbidden space={space} />;
  const context = await pageContext();
  const timeZone = context.timeZone ?? context.zoneGuess;
  const query = { days: firstRange, timeZone };
  const { reply } = await callApi('readChatFigures', { params: { space: space.id }, query });
  return <ActivitySettings space={space} first={reply} firstRange={firstRange} />;
}
