'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { useAction } from '#hooks/useAction.ts';
import { useCountdown } from '#hooks/useCountdown.ts';
import { StageHeading } from './StageHeading.tsx';

interface SentNoticeProps {
  title: string;
  /** What was sent, and to whom. */
  children: ReactNode;
  /** Sends the same once more. */
  onAgain: () => Promise<void>;
  onOtherAddress: () => void;
}

/** Seconds until one may ask for the same mail again. */
const pauseS = 60;

/** What happens next, after a link went out by mail. It takes the place of the form, and the focus. */
export function SentNotice({ title, children, onAgain, onOtherAddress }: SentNoticeProps) {
  const t = useTranslations('signUp');
  const { left, restart } = useCountdown(pauseS);
  const [isSentAgain, setSentAgain] = useState(false);
  const again = useAction(async () => {
    setSentAgain(false);
    await onAgain();
    setSentAgain(true);
    restart();
  });

  return (
    <div className="grid gap-5">
      <StageHeading icon="mail" tone="lagoon">
        {title}
      </StageHeading>
      <div className="grid gap-3 text-16 leading-body text-pretty wrap-anywhere text-ink-soft">
        {children}
      </div>
      <FormProblem error={again.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          tone="line"
          aria-disabled={left > 0 || again.isPending}
          aria-busy={again.isPending}
          className="tabular-nums aria-disabled:opacity-60"
          onClick={() => left === 0 && void again.run()}
        >
          {left > 0 ? t('againIn', { seconds: left }) : t('again')}
        </Button>
        <Button tone="ghost" onClick={onOtherAddress}>
          {t('otherAddress')}
        </Button>
      </div>
      <p role="status" className="text-14 text-good-text empty:hidden">
        {isSentAgain && t('againSent')}
      </p>
      <p className="border-t border-line pt-4 text-13 text-pretty text-ink-soft">{t('host')}</p>
    </div>
  );
}
