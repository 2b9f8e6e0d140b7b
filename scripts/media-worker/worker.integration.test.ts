import { existsSync } from 'node:fs';
import type { types } from 'mediasoup';
import { createWorker } from 'mediasoup';
import { afterAll, describe, expect, test } from 'vitest';
import { cachedWorkerPath, mediasoupVersion } from './cache.mjs';
import { workerRuns } from './probe.mjs';

const opus: types.RouterRtpCodecCapability = {
  kind: 'audio',
  mimeType: 'audio/opus',
  clockRate: 48_000,
  channels: 2,
  preferredPayloadType: 100,
};
const ssrc = 11_111_111;
const workers: types.Worker[] = [];

/** The worker that `npm test` hands over, else the cached one, else whatever mediasoup finds. */
function workerBinary(): string | undefined {
  const place = process.env.MEDIASOUP_WORKER_BIN ?? cachedWorkerPath(mediasoupVersion());
  return existsSync(place) ? place : undefined;
}

async function startRouter(): Promise<types.Router> {
  const workerBin = workerBinary();
  const worker = await createWorker(workerBin === undefined ? {} : { workerBin });
  workers.push(worker);
  return worker.createRouter({ mediaCodecs: [opus] });
}

/** An RTP packet (RFC 3550, section 5.1) with `payload` behind a header without extensions. */
function rtpPacket(sequence: number, payload: string): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt8(0x80, 0);
  header.writeUInt8(100, 1);
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(sequence * 960, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, Buffer.from(payload)]);
}

afterAll(() => {
  for (const worker of workers) worker.close();
});

describe('the media worker of this machine', () => {
  test('runs', () => {
    const binary = workerBinary();
    expect(binary === undefined || workerRuns(binary)).toBe(true);
  });

  test('carries sound from one worker to another through SRTP, unchanged', async () => {
    const [here, there] = await Promise.all([startRouter(), startRouter()]);
    const sending = await here.createDirectTransport();
    const producer = await sending.produce({
      kind: 'audio',
      rtpParameters: {
        codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
        encodings: [{ ssrc }],
      },
    });
    await here.pipeToRouter({ producerId: producer.id, router: there, enableSrtp: true });
    const receiving = await there.createDirectTransport();
    const consumer = await receiving.consume({
      producerId: producer.id,
      rtpCapabilities: there.rtpCapabilities,
    });

    const heard = new Promise<string>((resolve) => {
      consumer.on('rtp', (packet) => resolve(packet.subarray(packet.length - 5).toString()));
    });
    let sequence = 0;
    const talking = setInterval(() => {
      sequence += 1;
      producer.send(rtpPacket(sequence, 'hello'));
    }, 20);
    const words = await heard.finally(() => clearInterval(talking));

    expect(words).toBe('hello');
  });
});
