import type { types } from 'mediasoup';

/**
 * What rooms speak, most wanted first. Opus with in-band FEC (lost packets are heard less) and DTX (silence costs
 * next to nothing); VP8 for simulcast; VP9 for SVC; H.264 constrained baseline for devices that encode only that in hardware.
 */
export const routerCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  {
    kind: 'video',
    mimeType: 'video/VP8',
    clockRate: 90_000,
    parameters: { 'x-google-start-bitrate': 1_000 },
  },
  {
    kind: 'video',
    mimeType: 'video/VP9',
    clockRate: 90_000,
    parameters: { 'profile-id': 0, 'x-google-start-bitrate': 1_000 },
  },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: {
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
      'level-asymmetry-allowed': 1,
      'x-google-start-bitrate': 1_000,
    },
  },
];

/** First guess of what a receiver's line carries, in bit/s; the bandwidth estimation goes on from there. */
export const initialOutgoingBps = 1_000_000;

/** Most one sender may send, in bit/s: camera (2 Mbit/s and its lower layers), screen and sound together. */
export const maxIncomingBps = 5_000_000;
