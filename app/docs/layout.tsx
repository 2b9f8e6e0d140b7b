import type { ReactNode } from 'react';
import { PageShell } from '#components/chrome/PageShell.tsx';
import { SegmentedTabs } from '#components/ui/SegmentedTabs.tsx';
import { pageContext, translator } from '../_server/page.ts';

/** The head of both references, and the way from one to the other. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const t = translator(await pageContext(), 'docs');
  return (
    <PageShell>
      <SegmentedTabs
        label={t('nav')}
        items={[
          { href: '/docs/api', label: t('api') },
          { href: '/docs/sockets', label: t('sockets') },
          { href: '/api/v1/openapi.json', label: t('openApi'), icon: 'external', isDocument: true },
        ]}
      />
      {children}
    </PageShell>
  );
}
