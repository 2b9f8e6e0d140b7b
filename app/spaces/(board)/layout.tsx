import type { ReactNode } from 'react';
import { requireViewer } from '../../_server/spaces.ts';

/** Asked before the page begins to stream, so that strangers get a plain redirect and no flash of a skeleton. */
export default async function SpacesLayout({ children }: { children: ReactNode }) {
  await requireViewer('/spaces');
  return children;
}
