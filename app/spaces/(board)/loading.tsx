import { PageShell } from '#components/chrome/PageShell.tsx';
import { BoardSkeleton } from '#components/places/board/BoardSkeleton.tsx';

export default function SpacesLoading() {
  return (
    <PageShell>
      <BoardSkeleton />
    </PageShell>
  );
}
