'use client';

import { useEffect, useState } from 'react';
import { useSelected } from '#hooks/useSelected.ts';
import {
  createVoiceRecorder,
  type RecorderState,
  type VoiceRecorder,
} from '#lib/client/chat/voiceRecorder.ts';

const whole = (state: RecorderState) => state;

/** The recorder of a composer; leaving the room lets the microphone go. */
export function useVoice(): { recorder: VoiceRecorder; state: RecorderState } {
  const [recorder] = useState(createVoiceRecorder);
  useEffect(() => () => recorder.discard(), [recorder]);
  return { recorder, state: useSelected(recorder, whole) };
}
