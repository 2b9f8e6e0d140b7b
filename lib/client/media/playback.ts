/** One track being played through a speaker. */
export interface Playback {
  /** Resolves when sound comes out; rejects with `NotAllowedError` while the browser wants a touch first. */
  play(): Promise<void>;
  /** Plays through this speaker; the empty string is the system's choice. */
  setSpeaker(deviceId: string): Promise<void>;
  stop(): void;
}

/** Whether this browser lets a page choose the speaker. */
export function canChooseSpeaker(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}

/**
 * Plays a track with an audio element of its own. Chromium lets received WebRTC sound flow only while an element plays
 * it, so it is not mixed in Web Audio.
 */
export function playWithElement(track: MediaStreamTrack): Playback {
  const element = new Audio();
  element.srcObject = new MediaStream([track]);
  return {
    play: () => element.play(),
    async setSpeaker(deviceId) {
      if (canChooseSpeaker()) await element.setSinkId(deviceId);
    },
    stop() {
      element.pause();
      element.srcObject = null;
    },
  };
}
