'use client';

import { useState } from 'react';

export type TestSoundState = 'silent' | 'playing' | 'refused';

/** Plays the chime and says how that went. */
export function useTestSound(onPlay: () => Promise<void>): { state: TestSoundState; play: () => void } {
  const [state, setState] = useState<TestSoundState>('silent');

  async function play(): Promise<void> {
    setState('playing');
    try {
      await onPlay();
      setState('silent');
    } catch (error) {
      console.warn('the test sound was not played', error);
      setState('refused');
    }
  }

  return { state, play: () => void play() };
}
