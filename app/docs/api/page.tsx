import type { Metadata } from 'next';
import { ApiReference } from '#components/docs/ApiReference.tsx';
import { httpStatusOf } from '#server/http/problem.ts';
import { perMinute } from '#server/http/rateLimits.ts';
import { pageContext, translator } from '../../_server/page.ts';
import { pageOrigin } from '../pageOrigin.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const page = translator(context, 'docs')('apiTitle');
  return { title: translator(context, 'header')('title', { page }) };
}

export default async function ApiDocsPage() {
  const context = await pageContext();
  return (
    <ApiReference
      t={translator(context, 'docs')}
      origin={await pageOrigin()}
      meanings={context.messages.refusals}
      statusOf={httpStatusOf}
      budgets={perMinute}
    />
  );
}
