'use client';

import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { usePerson } from '#hooks/chat/useChat.ts';
import { useQuoteWords } from '../message/Quote.tsx';
import type { ComposerMode } from './composerState.ts';

/** Says above the field that an answer or an edit is being written, and takes it back. */
export function ModeBar({ mode, onCancel }: { mode: ComposerMode; onCancel: () => void }) {
  const t = useTranslations('chat.composer');
  const message = mode.kind === 'edit' ? mode.message : mode.replyTo;
  const author = usePerson(message?.userId ?? null);
  const quoteWords = useQuoteWords();
  if (message === null) return null;
  const title = mode.kind === 'edit' ? t('editing') : t('replying', { name: author?.name ?? '' });
  return (
    <div className="mb-1.5 flex items-center gap-2.5 border-s-3 border-lagoon ps-2.5">
      <Icon name={mode.kind === 'edit' ? 'edit' : 'reply'} size={18} className="text-lagoon-text" />
      <p className="min-w-0 flex-1 text-12 leading-snug">
        <b className="block truncate text-lagoon-text">{title}</b>
        <span dir="auto" className="block truncate text-ink-soft">
          {quoteWords(message)}
        </span>
      </p>
      <IconButton icon="close" iconSize={18} label={t('cancel')} tone="soft" onClick={onCancel} />
    </div>
  );
}
