import type { ReactNode } from 'react';
import { PageShell } from '#components/chrome/PageShell.tsx';
import { SettingsHead } from '#components/places/settings/SettingsHead.tsx';
import { settingsPath, tabsFor } from '#hooks/places/settingsTabs.ts';
import { requireSpace, requireViewer, subjectOf } from '../../../_server/spaces.ts';
import { Words } from '../../../_server/Words.tsx';

interface SettingsLayoutProps {
  params: Promise<{ space: string }>;
  children: ReactNode;
}

/** What stands above every page of a space's settings. Who may not see a page gets no way to it either. */
export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const key = (await params).space;
  const viewer = await requireViewer(settingsPath(key));
  const space = await requireSpace(key);
  return (
    <Words of="settings">
      <PageShell className="mx-auto w-full max-w-[920px]">
        <SettingsHead space={space} tabs={tabsFor(subjectOf(viewer, space))} />
        <div className="mt-6">{children}</div>
      </PageShell>
    </Words>
  );
}
