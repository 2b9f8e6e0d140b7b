import { redirect } from 'next/navigation';
import { Forbidden } from '#components/places/settings/Forbidden.tsx';
import { settingsPath, tabsFor } from '#hooks/places/settingsTabs.ts';
import type { SettingsPageProps } from '../../../_server/settings.ts';
import { requireSpace, requireViewer, subjectOf } from '../../../_server/spaces.ts';

/** Leads to the first page of the settings that the visitor may see. */
export default async function SettingsIndexPage({ params }: SettingsPageProps) {
  const key = (await params).space;
  const viewer = await requireViewer(settingsPath(key));
  const space = await requireSpace(key);
  const [first] = tabsFor(subjectOf(viewer, space));
  return first === undefined ? <Forbidden space={space} /> : redirect(settingsPath(space.slug, first));
}
