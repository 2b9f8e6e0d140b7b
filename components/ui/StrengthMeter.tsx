'use client';

import { useTranslations } from 'use-intl';
import { cx } from './cx.ts';

/** From 0, guessed in a blink, to 4, out of reach (the scale of zxcvbn). */
export type PasswordStrength = 0 | 1 | 2 | 3 | 4;

const steps = [1, 2, 3, 4] as const;

/** How hard a password is to guess: four bars and the word for it. `null` keeps the room free. */
export function StrengthMeter({ strength }: { strength: PasswordStrength | null }) {
  const t = useTranslations('ui');
  const isGood = strength !== null && strength >= 3;
  return (
    <div className="mt-2.5">
      <div aria-hidden="true" className="flex gap-1">
        {steps.map((step) => (
          <i
            key={step}
            className={cx(
              'h-1.5 flex-1 rounded-full transition-colors duration-220 forced-colors:border',
              isLit(step, strength) ? (isGood ? 'bg-good' : 'bg-bad') : 'bg-line',
            )}
          />
        ))}
      </div>
      <p
        aria-live="polite"
        className={cx('mt-1 min-h-5 text-13', isGood ? 'text-good-text' : 'text-ink-soft')}
      >
        {strength !== null && (
          <>
            <span className="sr-only">{t('strength')}: </span>
            {t(`strength${strength}`)}
          </>
        )}
      </p>
    </div>
  );
}

/** Even the weakest shows one bar: nothing lit would look like nothing measured. */
function isLit(step: number, strength: PasswordStrength | null): boolean {
  return strength !== null && step <= Math.max(1, strength);
}
