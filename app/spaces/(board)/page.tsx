import type { Metadata } from 'next';
import { SpacesBoard } from '#components/places/board/SpacesBoard.tsx';
import { boardPageSize, boardStateFrom } from '#hooks/places/spaceList.ts';
import { callApi } from '#lib/web/api.ts';
import { ownTitleOf } from '../../_server/metadata.ts';
import { requireViewer } from '../../_server/spaces.ts';

interface SpacesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export function generateMetadata(): Promise<Metadata> {
  return ownTitleOf('spaces');
}

export default async function SpacesPage({ searchParams }: SpacesPageProps) {
  const state = boardStateFrom((await searchParams).state);
  await requireViewer('/spaces');
  const { reply } = await callApi('listMySpaces', { query: { state, limit: boardPageSize } });
  return <SpacesBoard key={state} first={reply} state={state} />;
}
