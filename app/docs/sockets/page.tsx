import type { Metadata } from 'next';
import { SocketReference } from '#components/docs/SocketReference.tsx';
import { realtimeUrlOfPages } from '#lib/web/realtimeUrl.ts';
import { pageContext, translator } from '../../_server/page.ts';
import { pageOrigin } from '../pageOrigin.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const page = translator(context, 'docs')('socketsTitle');
  return { title: translator(context, 'header')('title', { page }) };
}

export default async function SocketDocsPage() {
  const context = await pageContext();
  return (
    <SocketReference t={translator(context, 'docs')} origin={realtimeUrlOfPages() ?? (await pageOrigin())} />
  );
}
