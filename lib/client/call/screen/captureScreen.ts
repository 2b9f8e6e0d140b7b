import { isNamedError } from '../../devices/refusal.ts';

/** Why a screen could not be had. */
export type ScreenRefusal =
  /** The person closed the browser's question, or the browser keeps screens closed for this page. */
  | 'denied'
  /** The operating system does not let the browser see the screen. */
  | 'system'
  /** This browser cannot share a screen: most phones. */
  | 'unsupported'
  /** The page came over plain http from another host. */
  | 'insecure'
  | 'unknown';

/** The part of `navigator.mediaDevices` that is used. Phones have no `getDisplayMedia`. */
export interface ScreenSource {
  getDisplayMedia?(options: DisplayMediaStreamOptions): Promise<{ getTracks(): MediaStreamTrack[] }>;
}

export type CapturedScreen =
  | { readonly video: MediaStreamTrack; readonly audio: MediaStreamTrack | null }
  | { readonly video: null; readonly reason: ScreenRefusal };

/** Options that browsers know before the DOM types do (W3C screen-capture, section 5.4). Unknown ones are ignored. */
interface ScreenOptions extends DisplayMediaStreamOptions {
  readonly systemAudio: 'include';
  readonly selfBrowserSurface: 'exclude';
  readonly surfaceSwitching: 'include';
}

/** Text has to be sharp, so the size is kept and the rate is low; sound as it is, for it is no voice. */
const options: ScreenOptions = {
  video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 15, max: 30 } },
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  systemAudio: 'include',
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
};

/**
 * Asks the person for a screen, with its sound where the browser can. Call it straight from a click: browsers ask for
 * one. Never rejects: a refusal is a result.
 *
 * @param source undefined on an insecure origin.
 */
export async function captureScreen(source: ScreenSource | undefined): Promise<CapturedScreen> {
  if (source === undefined) return { video: null, reason: 'insecure' };
  if (source.getDisplayMedia === undefined) return { video: null, reason: 'unsupported' };
  try {
    const stream = await source.getDisplayMedia(options);
    return tracksOf(stream.getTracks());
  } catch (error) {
    return { video: null, reason: refusalOf(error) };
  }
}

function tracksOf(tracks: readonly MediaStreamTrack[]): CapturedScreen {
  const video = tracks.find((track) => track.kind === 'video');
  const audio = tracks.find((track) => track.kind === 'audio') ?? null;
  if (video === undefined) {
    audio?.stop();
    return { video: null, reason: 'unknown' };
  }
  // Keeps letters legible when bits are short (W3C mst-content-hint).
  video.contentHint = 'detail';
  return { video, audio };
}

function refusalOf(error: unknown): ScreenRefusal {
  if (!isNamedError(error)) return 'unknown';
  // Chromium tells the system's refusal from the person's by its words alone.
  const isSystem = error instanceof Error && /system/i.test(error.message);
  if (error.name === 'NotReadableError' || (error.name === 'NotAllowedError' && isSystem)) return 'system';
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'denied';
  return error.name === 'NotSupportedError' ? 'unsupported' : 'unknown';
}
