'use client';

import { useTranslations } from 'use-intl';
import { LevelMeter } from '#components/ui/LevelMeter.tsx';
import { meterShare } from '#lib/client/devices/measureLevel.ts';

interface LevelLineProps {
  /** Loudness from 0 to 1. */
  level: number;
  isOn: boolean;
  /** Whether a voice was heard since the microphone is open. */
  wasHeard: boolean;
}

/** Shows that the microphone hears: a meter and a sentence. */
export function LevelLine({ level, isOn, wasHeard }: LevelLineProps) {
  const t = useTranslations('door');
  return (
    <div className="mt-5 flex min-h-5 items-center gap-3.5 px-1 text-13 text-ink-soft">
      <b className="font-medium text-ink">{t('say')}</b>
      <LevelMeter label={t('level')} share={isOn ? meterShare(level) : 0} />
      <span role="status" className="min-w-26 text-end">
        {levelWords()}
      </span>
    </div>
  );

  function levelWords(): string {
    if (!isOn) return t('muted');
    return wasHeard ? t('heard') : t('quiet');
  }
}
