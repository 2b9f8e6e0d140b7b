'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { useChatConnection } from '#hooks/chat/useChat.ts';
import { isAllowedInRoom } from '#lib/domain/chat/rooms.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { AttachButton } from './AttachButton.tsx';
import { ComposerNotice } from './ComposerNotice.tsx';
import type { ComposerMode } from './composerState.ts';
import { EmojiButton } from './EmojiButton.tsx';
import { ModeBar } from './ModeBar.tsx';
import { SendButton } from './SendButton.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useComposer } from './useComposer.ts';
import { useFileDrop } from './useFileDrop.ts';
import { useVoice } from './useVoice.ts';
import { VoiceBar } from './VoiceBar.tsx';

interface ComposerProps {
  mode: ComposerMode;
  onMode: (mode: ComposerMode) => void;
}

const buttonClass =
  'inline-grid size-11 flex-none place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink aria-expanded:bg-lagoon-soft aria-expanded:text-lagoon-text';

/** Where messages are written. */
export function Composer({ mode, onMode }: ComposerProps) {
  const { subject } = useRoomTalk();
  if (subject.isMuted) return <ComposerNotice kind="muted" />;
  if (!isAllowedInRoom(subject, 'write:room')) return <ComposerNotice kind="closed" />;
  return <OpenComposer mode={mode} onMode={onMode} />;
}

function OpenComposer({ mode, onMode }: ComposerProps) {
  const t = useTranslations('chat.composer');
  const composer = useComposer(mode, onMode);
  const voice = useVoice();
  const drop = useFileDrop(composer.sendFiles);
  const isOffline = useChatConnection().kind === 'offline';
  const form = useRef<HTMLFormElement>(null);
  if (voice.state.kind !== 'idle') {
    return <VoiceBar recorder={voice.recorder} state={voice.state} onSend={composer.sendVoice} />;
  }
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        composer.submit();
      }}
      {...drop.dropProps}
      className={cx(
        'relative border-t border-line px-3 pt-2 pb-3',
        drop.isOver && 'bg-lagoon-soft inset-ring-2 inset-ring-lagoon',
      )}
    >
      {isOffline && <p className="px-1 pb-1.5 text-12 text-ink-soft">{t('offline')}</p>}
      <ModeBar mode={mode} onCancel={composer.cancel} />
      <div className="relative flex items-end rounded-md border border-line-strong bg-raised focus-within:border-focus hover:border-ink-soft has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus">
        {composer.suggestions.length > 0 && (
          <Suggestions
            id={composer.listId}
            suggestions={composer.suggestions}
            active={composer.active}
            onHover={composer.setActive}
            onPick={composer.pick}
          />
        )}
        {mode.kind === 'new' && <AttachButton className={buttonClass} onFiles={composer.sendFiles} />}
        <textarea {...composer.fieldProps} />
        <EmojiButton
          label={t('emoji')}
          className={buttonClass}
          onPick={composer.insert}
          onClosed={composer.focus}
        />
        <SendButton
          composer={composer}
          mode={mode}
          onRecord={() => void voice.recorder.start()}
          className={buttonClass}
        />
      </div>
      <ComposerHints composer={composer} />
    </form>
  );
}

/** How much may still be written, and how long slow mode lasts. */
function ComposerHints({ composer }: { composer: ReturnType<typeof useComposer> }) {
  const t = useTranslations('chat.composer');
  const { left, waitS } = composer;
  if (left === null && waitS === 0) return null;
  return (
    <p className="flex justify-between gap-3 px-1 pt-1.5 text-12 text-ink-soft tabular-nums">
      <span>{waitS > 0 && t('slowMode', { seconds: waitS })}</span>
      {left !== null && (
        <span className={cx(left < 0 && 'font-strong text-bad-text')}>{t('left', { count: left })}</span>
      )}
    </p>
  );
}
