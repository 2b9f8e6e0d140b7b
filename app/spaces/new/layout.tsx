import type { ReactNode } from 'react';
import { PageShell } from '#components/chrome/PageShell.tsx';
import { requireViewer } from '../../_server/spaces.ts';
import { Words } from '../../_server/Words.tsx';

/**
 * Asked before the page begins to stream, so that strangers get a plain redirect and no flash of a skeleton. The head stands
 * here and not on the page: a menu that is opened while the page still loads stays open.
 */
export default async function NewSpaceLayout({ children }: { children: ReactNode }) {
  await requireViewer('/spaces/new');
  return (
    <Words of="newSpace">
      <PageShell className="mx-auto w-full max-w-[760px]">{children}</PageShell>
    </Words>
  );
}
