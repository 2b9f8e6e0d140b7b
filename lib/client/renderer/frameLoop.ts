/** Draws when asked to, and goes on only as long as something moves. */
export interface FrameLoop {
  /** Something changed: draw with the next frame. Costs nothing when a frame is already coming. */
  invalidate(): void;
  /** Frames drawn so far. */
  frames(): number;
  stop(): void;
}

export interface FrameScheduler {
  request(callback: (nowMs: number) => void): number;
  cancel(handle: number): void;
}

/** The browser's own frames. */
export const browserFrames: FrameScheduler = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/**
 * @param draw draws the map at `nowMs`, `elapsedMs` after the last frame (0 after a rest); true means that something is
 *   still moving
 */
export function createFrameLoop(
  draw: (nowMs: number, elapsedMs: number) => boolean,
  scheduler: FrameScheduler = browserFrames,
): FrameLoop {
  let pending: number | null = null;
  let lastMs: number | null = null;
  let count = 0;
  let isStopped = false;

  function invalidate(): void {
    if (pending === null && !isStopped) pending = scheduler.request(frame);
  }

  function frame(nowMs: number): void {
    pending = null;
    const elapsedMs = lastMs === null ? 0 : nowMs - lastMs;
    count += 1;
    const isMoving = draw(nowMs, elapsedMs);
    lastMs = isMoving ? nowMs : null;
    if (isMoving) invalidate();
  }

  return {
    invalidate,
    frames: () => count,
    stop() {
      isStopped = true;
      if (pending !== null) scheduler.cancel(pending);
      pending = null;
    },
  };
}
