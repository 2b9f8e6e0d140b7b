import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApiPart } from '#components/docs/ApiPart.tsx';
import { tagAt } from '#components/docs/addresses.ts';
import { refusalsOf } from '#server/api/refusals.ts';
import { pageContext, translator } from '../../../_server/page.ts';

interface ApiPartPageProps {
  params: Promise<{ part: string }>;
}

export async function generateMetadata({ params }: ApiPartPageProps): Promise<Metadata> {
  const tag = tagAt((await params).part);
  if (tag === null) return {};
  const context = await pageContext();
  const t = translator(context, 'docs');
  const page = `${t('apiTitle')} · ${t(`tags.${tag}`)}`;
  return { title: translator(context, 'header')('title', { page }) };
}

export default async function ApiPartPage({ params }: ApiPartPageProps) {
  const tag = tagAt((await params).part);
  if (tag === null) notFound();
  return <ApiPart t={translator(await pageContext(), 'docs')} tag={tag} refusalsOf={refusalsOf} />;
}
