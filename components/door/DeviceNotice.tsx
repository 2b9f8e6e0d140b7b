'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import type { DeviceProblem } from '#hooks/deviceProblem.ts';

/** Reasons after which the same question may get another answer. */
const retryable: ReadonlySet<DeviceProblem['reason']> = new Set([
  'denied',
  'missing',
  'busy',
  'overconstrained',
  'unknown',
]);

/** The command that serves pages on which browsers open the camera. Not a text: it is typed as it is. */
const secureStart = 'npm start -- --lan';

interface DeviceNoticeProps {
  problem: DeviceProblem;
  onRetry: () => void;
}

/** Says in plain words why there is no camera or microphone, and what helps. */
export function DeviceNotice({ problem, onRetry }: DeviceNoticeProps) {
  const t = useTranslations();
  const { reason, what } = problem;
  return (
    <div
      role="status"
      className="flex animate-rise gap-3 rounded-md bg-raised py-3.5 ps-4 pe-4 text-14 shadow-2"
    >
      <Icon name={reason === 'insecure' ? 'info' : 'warning'} size={21} className="mt-px text-bad-text" />
      <div className="min-w-0 flex-1">
        <b className="block leading-snug">{t(`devices.problems.${reason}.title`, { what })}</b>
        <p className="mt-1 text-13 text-pretty text-ink-soft">
          {t(`devices.problems.${reason}.text`, { command: secureStart })}
        </p>
        {retryable.has(reason) && (
          <Button size="small" icon="refresh" onClick={onRetry} className="mt-2.5">
            {t('common.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
