import type { Metadata } from 'next';
import { SpaceEntrance } from '#components/door/SpaceEntrance.tsx';
import { SpaceGate } from '#components/space/SpaceGate.tsx';
import { doorVisitorOf } from '#hooks/places/doorVisitor.ts';
import { pageContext, translator } from '../../_server/page.ts';
import { findSpace, requireSpace } from '../../_server/spaces.ts';
import { Words } from '../../_server/Words.tsx';

interface SpacePageProps {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: SpacePageProps): Promise<Metadata> {
  const space = await findSpace((await params).space);
  const context = await pageContext();
  if (space === null) {
    const page = translator(context, 'doorStates')('unknownTitle');
    return { title: translator(context, 'header')('title', { page }) };
  }
  return { title: translator(context, 'space')('titleSpace', { space: space.name }) };
}

export default async function SpacePage({ params, searchParams }: SpacePageProps) {
  const space = await requireSpace((await params).space);
  const { name } = await searchParams;
  const { viewer } = await pageContext();
  return (
    <Words of="space">
      <SpaceEntrance key={space.id} space={space} visitor={viewer === null ? null : doorVisitorOf(viewer)}>
        <SpaceGate
          space={{ id: space.id, name: space.name, mapUrl: space.map.url, hasResident: space.hasResident }}
          nameFromAddress={typeof name === 'string' ? name : ''}
          devicePreferences={viewer?.preferences.devices ?? null}
        />
      </SpaceEntrance>
    </Words>
  );
}
