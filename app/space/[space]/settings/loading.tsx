import { Card } from '#components/ui/Card.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';

export default function SettingsLoading() {
  return (
    <Card>
      <SkeletonRows count={5} />
    </Card>
  );
}
