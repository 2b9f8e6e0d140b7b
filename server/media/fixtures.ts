import type { JsonObject } from './MediaPort.ts';

/** What a browser says when it sends a microphone: Opus, as mediasoup-client shapes it. For tests and probes. */
export function opusParameters(ssrc = 11_111_111): JsonObject {
  return {
    mid: '0',
    codecs: [
      {
        mimeType: 'audio/opus',
        payloadType: 111,
        clockRate: 48_000,
        channels: 2,
        parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
        rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
      },
    ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} },
      { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1, encrypt: false, parameters: {} },
    ],
    encodings: [{ ssrc, dtx: true }],
    rtcp: { cname: 'microphone', reducedSize: true },
  };
}

/** What a browser says when it sends a camera: VP8 in three simulcast layers with retransmission. */
export function vp8Parameters(): JsonObject {
  return {
    mid: '1',
    codecs: [
      {
        mimeType: 'video/VP8',
        payloadType: 96,
        clockRate: 90_000,
        parameters: {},
        rtcpFeedback: [
          { type: 'goog-remb', parameter: '' },
          { type: 'ccm', parameter: 'fir' },
          { type: 'nack', parameter: '' },
          { type: 'nack', parameter: 'pli' },
        ],
      },
      {
        mimeType: 'video/rtx',
        payloadType: 97,
        clockRate: 90_000,
        parameters: { apt: 96 },
        rtcpFeedback: [],
      },
    ],
    headerExtensions: [
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} },
      { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 10, encrypt: false, parameters: {} },
    ],
    encodings: [
      { rid: 'r0', maxBitrate: 150_000, scalabilityMode: 'L1T3' },
      { rid: 'r1', maxBitrate: 500_000, scalabilityMode: 'L1T3' },
      { rid: 'r2', maxBitrate: 2_000_000, scalabilityMode: 'L1T3' },
    ],
    rtcp: { cname: 'camera', reducedSize: true },
  };
}

/** A DTLS fingerprint of the right shape that belongs to no certificate. */
export function dtlsFingerprint(): JsonObject {
  const value = Array.from({ length: 32 }, (_, index) => (index + 16).toString(16).toUpperCase()).join(':');
  return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] };
}
