'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { LevelMeter } from '#components/ui/LevelMeter.tsx';
import type { RecorderState, VoiceRecorder } from '#lib/client/chat/voiceRecorder.ts';
import { voiceMsMost } from '#lib/domain/chat/limits.ts';
import { clockOf } from '../message/measures.ts';
import { VoicePlayer } from '../message/VoicePlayer.tsx';

interface VoiceBarProps {
  recorder: Pick<VoiceRecorder, 'start' | 'stop' | 'discard'>;
  state: RecorderState;
  onSend: (blob: Blob, ms: number) => void;
}

/** A voice message from the question for the microphone to its sending, in the place of the field. */
export function VoiceBar({ recorder, state, onSend }: VoiceBarProps) {
  const t = useTranslations('chat.voice');
  return (
    <section
      aria-label={t('recorder')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        recorder.discard();
      }}
      className="border-t border-line px-3 py-2.5"
    >
      <VoiceStage recorder={recorder} state={state} onSend={onSend} />
    </section>
  );
}

function VoiceStage({ recorder, state, onSend }: VoiceBarProps) {
  const t = useTranslations('chat.voice');
  const discard = <IconButton icon="bin" label={t('discard')} tone="soft" onClick={recorder.discard} />;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'asking':
      return (
        <p role="status" className="flex min-h-11 items-center gap-3 text-14 text-ink-soft">
          <Icon name="mic" size={20} />
          <span className="flex-1 text-pretty">{t('asking')}</span>
          {discard}
        </p>
      );
    case 'recording':
      return (
        <div className="flex min-h-11 items-center gap-3">
          {discard}
          <span className="size-2.5 flex-none animate-breathe rounded-full bg-bad" />
          <span role="timer" aria-label={t('length')} className="text-14 tabular-nums">
            {clockOf(state.ms)} / {clockOf(voiceMsMost)}
          </span>
          <LevelMeter label={t('level')} share={state.level} />
          <Button size="small" icon="stop" autoFocus onClick={recorder.stop}>
            {t('stop')}
          </Button>
        </div>
      );
    case 'recorded':
      return (
        <div className="flex items-center gap-1">
          {discard}
          <div className="min-w-0 flex-1">
            <VoicePlayer src={state.url} durationMs={state.ms} />
          </div>
          <IconButton
            icon="send"
            label={t('send')}
            autoFocus
            className="bg-lagoon text-on-lagoon hover:bg-lagoon-hover"
            onClick={() => {
              onSend(state.blob, state.ms);
              recorder.discard();
            }}
          />
        </div>
      );
    case 'problem':
      return (
        <div role="alert" className="flex items-center gap-3">
          <Icon name="micOff" size={20} className="text-bad-text" />
          <p className="min-w-0 flex-1 text-13 text-pretty">{t('problem', { reason: state.reason })}</p>
          <Button size="small" onClick={() => void recorder.start()}>
            {t('again')}
          </Button>
          <IconButton icon="close" label={t('discard')} tone="soft" onClick={recorder.discard} />
        </div>
      );
  }
}
