'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { clockOf } from './measures.ts';

/** How fast a voice message may be played. */
const speeds = [1, 1.5, 2] as const;

interface VoicePlayerProps {
  src: string;
  /** As it was measured when it was recorded: browsers write recordings without their length. */
  durationMs: number;
}

/** Plays a voice message: play and pause, where it is, and how fast. */
export function VoicePlayer({ src, durationMs }: VoicePlayerProps) {
  const t = useTranslations('chat.voice');
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>(1);

  async function toggle(): Promise<void> {
    const element = audio.current;
    if (element === null) return;
    if (isPlaying) return element.pause();
    try {
      element.playbackRate = speed;
      await element.play();
    } catch (error) {
      // A pause that comes before the sound did is no fault.
      if (!(error instanceof DOMException)) throw error;
      if (error.name !== 'AbortError') setBroken(true);
    }
  }

  function seek(ms: number): void {
    if (audio.current !== null) audio.current.currentTime = ms / 1_000;
    setAtMs(ms);
  }

  function faster(): void {
    const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
    if (audio.current !== null) audio.current.playbackRate = next;
    setSpeed(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to forms
    <div
      role="group"
      aria-label={t('label', { length: clockOf(durationMs) })}
      className="mt-1 w-72 max-w-full"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: what people say to each other has no captions */}
      <audio
        ref={audio}
        src={src}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={({ currentTarget }) => setAtMs(currentTarget.currentTime * 1_000)}
        onEnded={() => setAtMs(0)}
        onError={() => setBroken(true)}
      />
      <div className="flex items-center gap-2 rounded-md bg-sunken py-1.5 ps-1.5 pe-2">
        <button
          type="button"
          aria-label={isPlaying ? t('pause') : t('play')}
          onClick={() => void toggle()}
          className="inline-grid size-11 flex-none place-items-center rounded-full bg-lagoon text-on-lagoon hover:bg-lagoon-hover"
        >
          <Icon name={isPlaying ? 'pause' : 'play'} size={20} />
        </button>
        <input
          type="range"
          aria-label={t('position')}
          aria-valuetext={clockOf(atMs)}
          min={0}
          max={Math.max(1, durationMs)}
          step={100}
          value={Math.min(atMs, durationMs)}
          onChange={(event) => seek(Number(event.currentTarget.value))}
          className="min-w-0 flex-1 accent-lagoon"
        />
        <span className="text-12 text-ink-soft tabular-nums">
          {clockOf(isPlaying || atMs > 0 ? atMs : durationMs)}
        </span>
        <button
          type="button"
          aria-label={t('speed', { speed })}
          onClick={faster}
          className="min-h-8 min-w-9 rounded-sm px-1.5 text-12 font-strong tabular-nums hover:bg-line"
        >
          {speed}×
        </button>
      </div>
      {isBroken && (
        <p role="status" className="mt-1 text-12 text-bad-text">
          {t('broken')}
        </p>
      )}
    </div>
  );
}
