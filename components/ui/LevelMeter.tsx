import { cx } from './cx.ts';

const stepCount = 24;
const steps = Array.from({ length: stepCount }, (_, index) => index);

interface LevelMeterProps {
  label: string;
  /** How much of the row is lit, from 0 to 1. */
  share: number;
}

/** How loud the microphone is, as a row of lights. */
export function LevelMeter({ label, share }: LevelMeterProps) {
  const lit = Math.round(share * stepCount);
  return (
    <div className="flex flex-1 gap-1">
      <meter className="sr-only" aria-label={label} min={0} max={1} value={lit / stepCount} />
      {steps.map((step) => (
        <i
          key={step}
          className={cx(
            'h-2 flex-1 rounded-full transition-colors duration-120 max-desk:even:hidden',
            step < lit ? 'bg-good' : 'bg-line',
          )}
        />
      ))}
    </div>
  );
}
