import { Skeleton } from '#components/ui/Skeleton.tsx';

export default function NewSpaceLoading() {
  return (
    <>
      <Skeleton className="h-11 w-64 max-w-full" />
      <Skeleton className="mt-3 h-5 w-80 max-w-full" />
      <Skeleton className="mt-7 h-72 rounded-lg" />
      <Skeleton className="mt-5 h-52 rounded-lg" />
    </>
  );
}
