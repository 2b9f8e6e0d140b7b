import type { Metadata } from 'next';
import { maySeeTab, type SettingsTab, settingsPath } from '#hooks/places/settingsTabs.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { pageContext, translator } from './page.ts';
import { findSpace, requireSpace, requireViewer, subjectOf } from './spaces.ts';

/** What every page of the settings gets from its address. */
export interface SettingsPageProps {
  params: Promise<{ space: string }>;
}

/** What a page of the settings is about. */
export interface SettingsPage {
  readonly space: SpaceView;
  readonly viewer: Profile;
  readonly mayBeSeen: boolean;
}

/** The space of a page of the settings, and whether whoever looks may see it. Strangers are sent to sign in. */
export async function settingsPage({ params }: SettingsPageProps, tab: SettingsTab): Promise<SettingsPage> {
  const key = (await params).space;
  const viewer = await requireViewer(settingsPath(key, tab));
  const space = await requireSpace(key);
  return { space, viewer, mayBeSeen: maySeeTab(subjectOf(viewer, space), tab) };
}

/** The title of a page of the settings. */
export async function settingsMetadata({ params }: SettingsPageProps, tab: SettingsTab): Promise<Metadata> {
  const space = await findSpace((await params).space);
  const context = await pageContext();
  const t = translator(context, 'spaceSettings');
  const page = space === null ? t(tab) : t('pageTitle', { tab: t(tab), space: space.name });
  return { title: translator(context, 'header')('title', { page }) };
}
