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

/** Measures a microphone's loudness (0 to 1) about 15 times a second until the scope closes. */
export function measureLevel(scope: Scope, track: MediaStreamTrack, onLevel: (level: number) => void): void {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 1_024;
  source.connect(analyser);
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

/** A context that is closed already is what was wanted. */
function reportClosing(error: unknown): void {
  console.debug('devices: the level meter was closed already', error);
}
