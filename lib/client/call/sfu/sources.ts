import type { types } from 'mediasoup-client';
import type { MediaSource } from '#lib/protocol/media.ts';
import type { MediaSlot } from '../MediaPath.ts';
import type { MediaKind } from '../mediaStats.ts';

/** What each track of a person is called on the wire. */
export const sourceOf: Record<MediaSlot, MediaSource> = {
  audio: 'microphone',
  video: 'camera',
  screen: 'screen',
  screenAudio: 'screen-audio',
};

export const slotOf: Record<MediaSource, MediaSlot> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'screen',
  'screen-audio': 'screenAudio',
};

export const kindOf: Record<MediaSlot, MediaKind> = {
  audio: 'audio',
  video: 'video',
  screen: 'video',
  screenAudio: 'audio',
};

/**
 * Three layers at a quarter, half and the full size of 1280×720; bit rates in bit/s. The sum of the lower two leaves the
 * top within 2 Mbit/s (SPEC §2).
 */
const cameraEncodings: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 2_000_000, scalabilityMode: 'L1T3' },
];

/** One size: a small screen could not be read. Three layers in time, so that a slow receiver gets fewer pictures, not worse ones. */
const screenEncodings: types.RtpEncodingParameters[] = [{ maxBitrate: 2_500_000, scalabilityMode: 'L1T3' }];

/** How a track is sent. Tracks belong to whoever made them: the producer never stops or disables one. */
export function sendingOptions(slot: MediaSlot, device: types.Device): types.ProducerOptions {
  const common = {
    stopTracks: false,
    disableTrackOnPause: false,
    appData: { source: sourceOf[slot] },
  };
  switch (slot) {
    case 'audio':
      return { ...common, codecOptions: { opusDtx: true, opusFec: true } };
    case 'screenAudio':
      return { ...common, codecOptions: { opusStereo: true, opusFec: true } };
    case 'video':
      return { ...common, ...picture(device), encodings: cameraEncodings };
    case 'screen':
      return { ...common, ...picture(device), encodings: screenEncodings };
  }
}

/** VP8: every browser decodes it and all of them send it in layers. */
function picture(device: types.Device): types.ProducerOptions {
  const codecOptions = { videoGoogleStartBitrate: 1_000 };
  const codec = device.sendRtpCapabilities.codecs?.find(
    (each) => each.mimeType.toLowerCase() === 'video/vp8',
  );
  return codec === undefined ? { codecOptions } : { codecOptions, codec };
}
