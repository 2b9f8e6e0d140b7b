/** A number on its way to a goal. Times in ms. */
export interface Tween {
  /** Sets the goal; the way there starts now, from wherever the number is. */
  to(goal: number, nowMs: number, lengthMs: number): void;
  at(nowMs: number): number;
  isRunning(nowMs: number): boolean;
}

export function createTween(start: number): Tween {
  let from = start;
  let goal = start;
  let startMs = 0;
  let lengthMs = 0;

  function at(nowMs: number): number {
    if (lengthMs <= 0) return goal;
    const share = Math.min(1, Math.max(0, (nowMs - startMs) / lengthMs));
    return from + (goal - from) * easeOut(share);
  }

  return {
    at,
    to(next, nowMs, length) {
      if (next === goal) return;
      from = at(nowMs);
      goal = next;
      startMs = nowMs;
      lengthMs = length;
    },
    isRunning: (nowMs) => nowMs < startMs + lengthMs,
  };
}

/** Quick at first, calm at the end. */
function easeOut(share: number): number {
  return 1 - (1 - share) ** 3;
}
