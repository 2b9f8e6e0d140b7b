'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { useDoorPlace } from '#hooks/places/DoorContext.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { ClosedDoor, DoorWays, DoorWords } from './ClosedDoor.tsx';
import { DoorLinks } from './DoorLinks.tsx';

/** The door of an archived space. Whoever may open it again can do so here. */
export function ArchivedDoor({ onFound }: { onFound: (space: SpaceView) => void }) {
  const t = useTranslations('doorStates');
  const api = useApi();
  const { space } = useDoorPlace();
  const isMine = isAllowed({ account: accountKindOfViewer(useViewer()), role: space.role }, 'archive:space');
  const open = useAction(async () => {
    const { reply } = await api.call(spaceRoutes.unarchiveSpace, { params: { space: space.id } });
    onFound(reply.space);
  });
  return (
    <ClosedDoor icon="archive" title={t('archivedTitle', { space: space.name })}>
      <DoorWords>{isMine ? t('archivedOwner') : t('archived')}</DoorWords>
      <div className="mt-5 empty:hidden">
        <FormProblem error={open.error} />
      </div>
      <DoorWays>
        {isMine && (
          <Button tone="primary" icon="refresh" aria-busy={open.isPending} onClick={() => void open.run()}>
            {t('unarchive')}
          </Button>
        )}
        <DoorLinks />
      </DoorWays>
    </ClosedDoor>
  );
}
