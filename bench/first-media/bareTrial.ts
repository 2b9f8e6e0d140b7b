import type { Page } from '@playwright/test';

/** One trial: ms from the call's wish to the first decoded remote sound and picture. */
export interface Trial {
  readonly audioMs: number;
  readonly videoMs: number;
  readonly worstTimerDelayMs: number;
}

/**
 * The comparator: two bare RTCPeerConnections in one page of the same browser, with tracks captured beforehand as in the
 * product, no signaling in between. What remains is what the browser itself needs.
 */
export async function bareTrial(page: Page): Promise<Trial> {
  return page.evaluate(connectBarePair);
}

/** Stops the page's camera and microphone, so that they take nothing from the other side's round. */
export async function releaseCapture(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stream: MediaStream | undefined = Reflect.get(window, 'vicinityCapture');
    for (const track of stream?.getTracks() ?? []) track.stop();
    Reflect.deleteProperty(window, 'vicinityCapture');
  });
}

async function connectBarePair(): Promise<Trial> {
  const marks: { videoMs: number; audioMs: number; worstTimerDelayMs: number } = Reflect.get(
    window,
    'vicinityMarks',
  );
  const stream: MediaStream = Reflect.get(window, 'vicinityCapture') ?? (await capture());
  Object.assign(marks, { videoMs: 0, audioMs: 0, worstTimerDelayMs: 0 });
  const startMs = performance.timeOrigin + performance.now();
  const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
  caller.onicecandidate = ({ candidate }) => candidate && callee.addIceCandidate(candidate);
  callee.onicecandidate = ({ candidate }) => candidate && caller.addIceCandidate(candidate);
  for (const track of stream.getTracks()) caller.addTrack(track, stream);
  await caller.setLocalDescription();
  await callee.setRemoteDescription(caller.localDescription ?? { type: 'offer' });
  await callee.setLocalDescription();
  await caller.setRemoteDescription(callee.localDescription ?? { type: 'answer' });
  await new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('the bare pair showed nothing in 15 s')), 15_000);
    const poll = setInterval(() => {
      if (marks.videoMs === 0 || marks.audioMs === 0) return;
      clearInterval(poll);
      clearTimeout(deadline);
      resolve();
    }, 5);
  });
  caller.close();
  callee.close();
  return {
    audioMs: marks.audioMs - startMs,
    videoMs: marks.videoMs - startMs,
    worstTimerDelayMs: marks.worstTimerDelayMs,
  };

  async function capture(): Promise<MediaStream> {
    const video = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
    const captured = await navigator.mediaDevices.getUserMedia({ audio: true, video });
    Reflect.set(window, 'vicinityCapture', captured);
    return captured;
  }
}
