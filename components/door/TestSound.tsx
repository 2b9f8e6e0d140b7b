'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useTestSound } from '#hooks/useTestSound.ts';

interface TestSoundProps {
  /** Plays the chime; resolves when it is over. */
  onPlay: () => Promise<void>;
}

/** Plays two notes through the chosen speaker, so that one knows where sound will come from. */
export function TestSound({ onPlay }: TestSoundProps) {
  const t = useTranslations('door');
  const { state, play } = useTestSound(onPlay);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button tone="line" icon="speaker" disabled={state === 'playing'} onClick={play}>
        {state === 'playing' ? t('testing') : t('test')}
      </Button>
      <p role="status" className="text-13 text-bad-text">
        {state === 'refused' ? t('testRefused') : ''}
      </p>
    </div>
  );
}

/** The same behind a picture, for the row of switches on the preview. */
export function TestSoundIcon({ onPlay }: TestSoundProps) {
  const t = useTranslations('door');
  const { state, play } = useTestSound(onPlay);
  return (
    <>
      <IconButton
        icon="speaker"
        label={state === 'refused' ? t('testRefused') : t('test')}
        tone={state === 'refused' ? 'off' : 'plain'}
        disabled={state === 'playing'}
        onClick={play}
      />
      <span role="status" className="sr-only">
        {state === 'refused' ? t('testRefused') : ''}
      </span>
    </>
  );
}
