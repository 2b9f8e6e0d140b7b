import { FiguresSkeleton } from '#components/chat/figures/FiguresSkeleton.tsx';

export default function ActivityLoading() {
  return <FiguresSkeleton />;
}
