import type { Scope } from '../call/Scope.ts';

/** How often a level is measured, in ms (about 15/s). */
export const levelPeriodMs = 66;

/** Root mean square of samples in −1 to 1: 0 is silence, 1 a full-scale square wave. Pure. */
export function rootMeanSquare(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / samples.length));
}

/** The quietest loudness a meter shows, and the one that fills it, in dB below full scale. */
const quietestDb = -50;
const fullestDb = -10;

/** How far a meter is filled (0 to 1) by a level: ears hear in decibels, so a meter of plain levels hardly moves. */
export function meterShare(level: number): number {
  const loudnessDb = 20 * Math.log10(Math.max(level, Number.EPSILON));
  return Math.min(1, Math.max(0, (loudnessDb - quietestDb) / (fullestDb - quietestDb)));
}

/** Measures a microphone's loudness (0 to 1) about 15 times a second until the scope closes. */
export function measureLevel(scope: Scope, track: MediaStreamTrack, onLevel: (level: number) => void): void {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 1_024;
  source.connect(analyser);
  wakeOnTouch(scope, context);
  const samples = new Float32Array(analyser.fftSize);
  scope.every(levelPeriodMs, () => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(rootMeanSquare(samples));
  });
  scope.add(() => {
    source.disconnect();
    context.close().catch(reportClosing);
  });
}

/** A browser that keeps a page silent until somebody touches it keeps its measuring asleep as well. */
function wakeOnTouch(scope: Scope, context: AudioContext): void {
  const wake = () => {
    if (context.state !== 'running') context.resume().catch(reportClosing);
  };
  wake();
  for (const touch of ['pointerup', 'keydown']) scope.listen(window, touch, wake);
}

/** A context that is closed already is what was wanted. */
function reportClosing(error: unknown): void {
  console.debug('devices: the level meter was closed already', error);
}
