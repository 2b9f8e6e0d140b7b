import { PartSkeleton } from '#components/account/PartSkeleton.tsx';

export default function AccountLoading() {
  return <PartSkeleton />;
}
