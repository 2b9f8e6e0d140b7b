'use client';

import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import type { ComposerMode } from './composerState.ts';
import type { useComposer } from './useComposer.ts';

interface SendButtonProps {
  composer: ReturnType<typeof useComposer>;
  mode: ComposerMode;
  onRecord: () => void;
  className: string;
}

/** Sends what is written; with an empty field it records a voice message instead. */
export function SendButton({ composer, mode, onRecord, className }: SendButtonProps) {
  const t = useTranslations('chat.composer');
  if (composer.isEmpty && mode.kind === 'new') {
    return (
      <button
        type="button"
        aria-label={t('record')}
        title={t('record')}
        onClick={onRecord}
        className={className}
      >
        <Icon name="mic" size={20} />
      </button>
    );
  }
  const label = mode.kind === 'edit' ? t('save') : t('send');
  return (
    <button
      type="submit"
      aria-label={label}
      title={label}
      disabled={!composer.maySend}
      className="m-0.5 inline-grid size-10 flex-none place-items-center rounded-[12px] bg-lagoon text-on-lagoon transition-colors duration-120 hover:bg-lagoon-hover disabled:bg-sunken disabled:text-ink-soft"
    >
      <Icon name={mode.kind === 'edit' ? 'check' : 'send'} size={20} />
    </button>
  );
}
