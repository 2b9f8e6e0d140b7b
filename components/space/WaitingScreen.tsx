'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { useSecondsUntil } from '#hooks/live/useSecondsUntil.ts';
import { useSpaceName } from '#hooks/live/useSpaceFacts.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import type { SessionState } from '#lib/client/session/SessionState.ts';
import { CoverScreen } from './CoverScreen.tsx';

interface WaitingScreenProps {
  state: Extract<SessionState, { kind: 'waiting' }>;
  onBackToDoor: () => void;
}

const wordsOf = { space_full: 'full', space_locked: 'locked' } as const;

/** Before a space that lets nobody in for now: it asks again by itself, and counts down to it. */
export function WaitingScreen({ state, onBackToDoor }: WaitingScreenProps) {
  const t = useTranslations('atDoor');
  const { session } = useVisit();
  const seconds = useSecondsUntil(state.retryAtMs);
  const words = wordsOf[state.reason];
  return (
    <CoverScreen
      title={t(`${words}Title`, { space: useSpaceName() })}
      actions={
        <>
          <Button tone="primary" icon="refresh" onClick={() => session.takeBack()}>
            {t('tryNow')}
          </Button>
          <Button tone="line" onClick={onBackToDoor}>
            {t('back')}
          </Button>
        </>
      }
    >
      <p>{t(words)}</p>
      {/* The seconds are for the eye; to be read out each of them would be a nuisance. */}
      <p aria-hidden="true" className="mt-3 text-13 tabular-nums">
        {t('countdown', { seconds })}
      </p>
      <p role="status" className="sr-only">
        {t('waiting')}
      </p>
    </CoverScreen>
  );
}
