/** What the instrumented page tells: times are Unix time in ms with fractions, comparable between pages of one machine. */
export interface MediaMarks {
  /** When the last arrow key went down. */
  readonly stepMs: number;
  /** When the first remote picture and the first remote sound came out of the decoder since `clear`; 0 while none did. */
  readonly videoMs: number;
  readonly audioMs: number;
  /** How late the page's own 20 ms timer was at worst since `clear`, in ms. */
  readonly worstTimerDelayMs: number;
}

/** Runs inside the page before its own scripts; uses nothing from outside itself. Marks hang on `window.vicinityMarks`. */
export function installInstrument(): void {
  const nowMs = (): number => performance.timeOrigin + performance.now();
  const marks = { stepMs: 0, videoMs: 0, audioMs: 0, worstTimerDelayMs: 0 };
  const NativeConnection = window.RTCPeerConnection;
  const timerMs = 20;
  let lastTickMs = performance.now();

  const watchVideo = (track: MediaStreamTrack): void => {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    video.requestVideoFrameCallback(() => {
      marks.videoMs = marks.videoMs || nowMs();
      video.srcObject = null;
    });
    video.play().catch(() => {
      // The track ended before it played: the trial's end, or a path that was replaced.
    });
  };

  const watchAudio = (receiver: RTCRtpReceiver): void => {
    const sound = new Audio();
    sound.srcObject = new MediaStream([receiver.track]);
    sound.play().catch(() => {
      // As above.
    });
    const poll = setInterval(() => {
      const isOver = receiver.track.readyState === 'ended';
      const hasSound = receiver.getSynchronizationSources().length > 0;
      if (hasSound) marks.audioMs = marks.audioMs || nowMs();
      if (!isOver && !hasSound) return;
      clearInterval(poll);
      sound.srcObject = null;
    }, 4);
  };

  class MarkedConnection extends NativeConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ track, receiver }) => {
        if (track.kind === 'video') watchVideo(track);
        else watchAudio(receiver);
      });
    }
  }
  window.RTCPeerConnection = MarkedConnection;

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key.startsWith('Arrow')) marks.stepMs = nowMs();
    },
    { capture: true },
  );
  setInterval(() => {
    const now = performance.now();
    marks.worstTimerDelayMs = Math.max(marks.worstTimerDelayMs, now - lastTickMs - timerMs);
    lastTickMs = now;
  }, timerMs);
  Reflect.set(window, 'vicinityMarks', marks);
}
