import { createStore, type StoreApi } from 'zustand/vanilla';
import { voiceMsMost } from '#lib/domain/chat/limits.ts';
import { Scope } from '../call/Scope.ts';
import type { RefusalReason } from '../devices/deviceState.ts';
import { measureLevel, meterShare } from '../devices/measureLevel.ts';
import { refusalOf } from '../devices/refusal.ts';

/** How a recording stands. Lengths in ms; `level` from 0 to 1 as a meter shows it. */
export type RecorderState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'recording'; readonly ms: number; readonly level: number }
  | { readonly kind: 'recorded'; readonly ms: number; readonly blob: Blob; readonly url: string }
  | { readonly kind: 'problem'; readonly reason: RefusalReason | 'unsupported' | 'short' };

export interface VoiceRecorder extends Pick<StoreApi<RecorderState>, 'getState' | 'subscribe'> {
  /** Asks for the microphone and records until `stop`, or for five minutes. */
  start(): Promise<void>;
  stop(): void;
  /** Forgets what was recorded, or stops asking. */
  discard(): void;
}

/** A shorter recording is a slip of the finger, in ms. */
const leastMs = 500;

/** What can be recorded and played by the browsers there are, the best first. */
const formats = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;

/** Records the microphone for one message at a time. The microphone is let go as soon as a recording ends. */
export function createVoiceRecorder(): VoiceRecorder {
  const store = createStore<RecorderState>(() => ({ kind: 'idle' }));
  let scope = new Scope();
  let finish: () => void = () => undefined;

  function end(next: RecorderState): void {
    const { kind, url } = { url: '', ...store.getState() };
    if (kind === 'recorded') URL.revokeObjectURL(url);
    scope.close();
    scope = new Scope();
    finish = () => undefined;
    store.setState(next, true);
  }

  async function start(): Promise<void> {
    if (store.getState().kind !== 'idle' && store.getState().kind !== 'problem') return;
    store.setState({ kind: 'asking' }, true);
    const own = scope;
    if (navigator.mediaDevices === undefined || typeof MediaRecorder === 'undefined') {
      return end({ kind: 'problem', reason: 'unsupported' });
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      own.add(() => {
        for (const track of stream.getTracks()) track.stop();
      });
      if (own === scope) record(own, stream);
    } catch (error) {
      if (own === scope) end({ kind: 'problem', reason: refusalOf(error) });
    }
  }

  function record(own: Scope, stream: MediaStream): void {
    const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
    const recorder = new MediaRecorder(stream, {
      ...(mimeType !== undefined && { mimeType }),
      audioBitsPerSecond: 32_000,
    });
    const parts: Blob[] = [];
    const begunMs = performance.now();
    let level = 0;
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      if (own !== scope) return;
      const ms = Math.min(voiceMsMost, Math.round(performance.now() - begunMs));
      if (ms < leastMs) return end({ kind: 'problem', reason: 'short' });
      const blob = new Blob(parts, { type: recorder.mimeType });
      end({ kind: 'recorded', ms, blob, url: URL.createObjectURL(blob) });
    };
    finish = () => {
      if (recorder.state !== 'inactive') recorder.stop();
    };
    const [track] = stream.getAudioTracks();
    if (track !== undefined) {
      measureLevel(own, track, (next) => {
        level = meterShare(next);
      });
    }
    own.every(100, () => {
      const ms = performance.now() - begunMs;
      if (ms >= voiceMsMost) finish();
      else store.setState({ kind: 'recording', ms, level }, true);
    });
    own.add(finish);
    recorder.start(1_000);
    store.setState({ kind: 'recording', ms: 0, level: 0 }, true);
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    start,
    stop: () => finish(),
    discard: () => end({ kind: 'idle' }),
  };
}
