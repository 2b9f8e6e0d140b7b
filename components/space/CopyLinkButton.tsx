'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { copyText } from '#hooks/copyText.ts';

/** Copies the address of this space, to send it to somebody. */
export function CopyLinkButton() {
  const t = useTranslations('people');
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');

  async function copy(): Promise<void> {
    setOutcome((await copyText(window.location.origin + window.location.pathname)) ? 'copied' : 'failed');
  }

  const words = { none: t('copyLink'), copied: t('copied'), failed: t('copyFailed') };
  return (
    <>
      <Button
        tone="line"
        icon={outcome === 'copied' ? 'check' : 'link'}
        className="w-full"
        onClick={() => void copy()}
      >
        <span aria-live="polite">{words[outcome]}</span>
      </Button>
      {outcome === 'failed' && <p className="mt-2 text-12 text-ink-soft">{t('copyFailedDetail')}</p>}
    </>
  );
}
