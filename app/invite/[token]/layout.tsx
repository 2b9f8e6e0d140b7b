import type { ReactNode } from 'react';
import { Words } from '../../_server/Words.tsx';

export default function InviteLayout({ children }: { children: ReactNode }) {
  return <Words of="invitation">{children}</Words>;
}
