import { BoardSkeleton } from '#components/places/board/BoardSkeleton.tsx';

export default function SpacesLoading() {
  return <BoardSkeleton />;
}
