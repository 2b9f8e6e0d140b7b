'use client';

import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { useLock } from '#hooks/places/useLock.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { AccessForm } from './AccessForm.tsx';

/** Who may come in, and the lock of the door. A moderator has the lock only. */
export function AccessSettings({ space }: { space: SpaceView }) {
  const subject = { account: accountKindOfViewer(useViewer()), role: space.role };
  return (
    <div className="grid gap-5">
      {isAllowed(subject, 'edit:space') && <AccessForm space={space} />}
      <LockCard space={space} />
    </div>
  );
}

function LockCard({ space }: { space: SpaceView }) {
  const t = useTranslations('spaceSettings');
  const { isLocked, setLocked } = useLock(space);
  return (
    <Card>
      <Switch label={t('lock')} detail={t('lockDetail')} isOn={isLocked} onChange={setLocked} />
    </Card>
  );
}
