import { Card } from '#components/ui/Card.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';

/** A part of the account while it comes: its title, its sentence and a card, where they will be. */
export function PartSkeleton() {
  return (
    <>
      <div aria-hidden="true">
        <Skeleton className="h-7 w-40 rounded-sm" />
        <Skeleton className="mt-2 h-5 w-72 max-w-full rounded-sm" />
      </div>
      <Card>
        <SkeletonRows count={4} />
      </Card>
    </>
  );
}
