import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { pageContext, translator } from './_server/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await pageContext(), 'errors');
  return { title: t('notFoundTitle') };
}

export default async function NotFoundPage() {
  const t = translator(await pageContext(), 'errors');
  return (
    <div className="wrap flex min-h-dvh flex-col">
      <PageHeader />
      <PageMessage
        title={t('notFoundTitle')}
        actions={
          <Link href="/" className={buttonClass('primary')}>
            {t('home')}
          </Link>
        }
      >
        <p>{t('notFound')}</p>
      </PageMessage>
    </div>
  );
}
