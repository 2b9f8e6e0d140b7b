'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '#hooks/copyText.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { fieldClass, fieldIdsOf } from './fieldParts.ts';

interface CopyFieldProps {
  label: string;
  value: string;
  hint?: string;
}

/** How long the button says that it has copied, in ms. */
const thanksMs = 3_000;

/** A link or a secret to take along. Where the browser keeps the clipboard closed, the text is marked instead. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const t = useTranslations('ui');
  const ids = fieldIdsOf(useId());
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useOutcome();

  async function copy(): Promise<void> {
    const isCopied = await copyText(value);
    if (!isCopied) field.current?.select();
    setOutcome(isCopied ? 'copied' : 'failed');
  }

  return (
    <FieldFrame ids={ids} label={label} hint={outcome === 'failed' ? t('copyFailed') : hint}>
      <div className="flex gap-2">
        <input
          ref={field}
          id={ids.field}
          readOnly
          value={value}
          dir="ltr"
          spellCheck={false}
          aria-describedby={hint === undefined && outcome !== 'failed' ? undefined : ids.hint}
          onFocus={(event) => event.currentTarget.select()}
          className={cx(fieldClass, 'h-11 min-w-0 flex-1 truncate bg-sunken px-3 font-mono text-14')}
        />
        <Button
          icon={outcome === 'copied' ? 'check' : 'copy'}
          aria-label={outcome === 'copied' ? t('copied') : t('copyWhat', { what: label })}
          onClick={() => void copy()}
        >
          {outcome === 'copied' ? t('copied') : t('copy')}
        </Button>
      </div>
      <span role="status" className="sr-only">
        {outcome === 'copied' && t('copied')}
      </span>
    </FieldFrame>
  );
}

type Outcome = 'none' | 'copied' | 'failed';

/** What became of the last press; a success is forgotten after a while, so that the button can be pressed again. */
function useOutcome(): [Outcome, (outcome: Outcome) => void] {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome('none'), thanksMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  return [outcome, setOutcome];
}
