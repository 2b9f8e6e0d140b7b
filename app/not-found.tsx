import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { EmptyRoom } from '#components/places/EmptyRoom.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import { pageContext, translator } from './_server/page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const page = translator(context, 'errors')('notFoundTitle');
  return { title: translator(context, 'header')('title', { page }) };
}

export default async function NotFoundPage() {
  const t = translator(await pageContext(), 'errors');
  return (
    <div className="wrap flex min-h-dvh flex-col">
      <PageHeader />
      <PageMessage
        title={t('notFoundTitle')}
        picture={<EmptyRoom className="mb-8 h-auto w-full max-w-96 rounded-lg" />}
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
