/** One thing to do later, which may be done earlier or not at all. */
export interface Alarm {
  /** Takes the place of what was set before. */
  set(delayMs: number, run: () => void): void;
  /** Does it now, if it is still to be done. */
  ringNow(): void;
  clear(): void;
  /** Whether something is still to be done. */
  isSet(): boolean;
}

export function createAlarm(): Alarm {
  let pending: { readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void } | null = null;

  function clear(): void {
    if (pending !== null) clearTimeout(pending.timer);
    pending = null;
  }

  function ringNow(): void {
    const due = pending;
    clear();
    due?.run();
  }

  return {
    set(delayMs, run) {
      clear();
      pending = { timer: setTimeout(ringNow, delayMs), run };
    },
    ringNow,
    clear,
    isSet: () => pending !== null,
  };
}
