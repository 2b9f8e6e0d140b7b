'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';

interface AttachButtonProps {
  className: string;
  onFiles: (files: readonly File[]) => void;
}

/** Opens the browser's own choice of files. */
export function AttachButton({ className, onFiles }: AttachButtonProps) {
  const t = useTranslations('chat.composer');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip text={t('attach')}>
        <button
          type="button"
          aria-label={t('attach')}
          onClick={() => input.current?.click()}
          className={className}
        >
          <Icon name="attach" size={20} />
        </button>
      </Tooltip>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={t('attach')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
