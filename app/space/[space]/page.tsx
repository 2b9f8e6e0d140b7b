import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { presenceSentence } from '#components/landing/presence.ts';
import { SpaceGate } from '#components/space/SpaceGate.tsx';
import { spaceAtDoor } from '#lib/web/spaces.ts';
import { pageContext, translator } from '../../_server/page.ts';

interface SpacePageProps {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One question per request, though title and page both ask it. */
const findSpace = cache(async (idOrSlug: string) => {
  const space = await spaceAtDoor(decodeURIComponent(idOrSlug));
  return space ?? notFound();
});

export async function generateMetadata({ params }: SpacePageProps): Promise<Metadata> {
  const { name } = await findSpace((await params).space);
  const t = translator(await pageContext(), 'space');
  return { title: t('titleSpace', { space: name }) };
}

export default async function SpacePage({ params, searchParams }: SpacePageProps) {
  const space = await findSpace((await params).space);
  const { name } = await searchParams;
  const t = translator(await pageContext(), 'presence');
  return (
    <SpaceGate
      space={{ id: space.id, name: space.name, mapUrl: space.mapUrl, hasResident: space.hasResident }}
      presence={{
        text: presenceSentence(t, space.presence, space.hasResident),
        isAnybodyHere: (space.presence?.count ?? 0) > 0,
      }}
      nameFromAddress={typeof name === 'string' ? name : ''}
    />
  );
}
