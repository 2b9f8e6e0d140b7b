/** Who is heard speaking, with memory, so that the ring around a tile does not flicker between words. */
export interface Speaking {
  readonly isSpeaking: boolean;
  /** When the voice was last loud enough, in ms of the caller's clock. */
  readonly lastLoudMs: number;
}

export const silent: Speaking = { isSpeaking: false, lastLoudMs: Number.NEGATIVE_INFINITY };

/** Speaking begins at this level (linear 0 to 1; about −32 dBFS) and is kept up by the lower one (about −38 dBFS). */
export const startLevel = 0.025;
export const keepLevel = 0.0125;
/** Pauses up to this long do not end it, in ms. */
export const holdMs = 400;

/** The next state for a measured level; `null` means that nothing is heard. Pure. */
export function nextSpeaking(last: Speaking, level: number | null, nowMs: number): Speaking {
  const threshold = last.isSpeaking ? keepLevel : startLevel;
  if (level !== null && level >= threshold) return { isSpeaking: true, lastLoudMs: nowMs };
  if (last.isSpeaking && nowMs - last.lastLoudMs < holdMs) return last;
  return last.isSpeaking ? { isSpeaking: false, lastLoudMs: last.lastLoudMs } : last;
}
