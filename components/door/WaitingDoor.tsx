'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { useDoorPlace } from '#hooks/places/DoorContext.ts';
import { useWhileVisible } from '#hooks/places/useWhileVisible.ts';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { ClosedDoor, DoorWays, DoorWords } from './ClosedDoor.tsx';
import { DoorLinks } from './DoorLinks.tsx';

/** How often a waiting page looks whether the door is open, in ms. */
const lookMs = 10_000;

interface WaitingDoorProps {
  state: 'locked' | 'full';
  onFound: (space: SpaceView) => void;
}

/** A door that others may open: the page keeps looking and goes on by itself. */
export function WaitingDoor({ state, onFound }: WaitingDoorProps) {
  const t = useTranslations('doorStates');
  const api = useApi();
  const { space } = useDoorPlace();
  const look = useAction(async () => {
    const { reply } = await api.call(spaceRoutes.getSpace, { params: { space: space.id } });
    onFound(reply.space);
  });
  useWhileVisible(() => void look.run(), lookMs);
  const isLocked = state === 'locked';
  const count = space.presence?.count ?? space.capacity;
  return (
    <ClosedDoor
      icon={isLocked ? 'lock' : 'people'}
      title={isLocked ? t('lockedTitle', { space: space.name }) : t('fullTitle', { space: space.name })}
    >
      <DoorWords>{isLocked ? t('locked') : t('full', { count })}</DoorWords>
      <p role="status" className="mt-3 text-center text-13 text-ink-soft">
        {t('waiting')}
      </p>
      <div className="mt-5 empty:hidden">
        <FormProblem error={look.error} />
      </div>
      <DoorWays>
        <Button icon="refresh" aria-busy={look.isPending} onClick={() => void look.run()}>
          {t('lookAgain')}
        </Button>
        <DoorLinks />
      </DoorWays>
    </ClosedDoor>
  );
}
