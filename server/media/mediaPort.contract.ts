import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { dtlsFingerprint, opusParameters, vp8Parameters } from './fixtures.ts';
import { jsonPort } from './jsonPort.ts';
import type { JsonObject, MediaEvent, MediaPort } from './MediaPort.ts';

/** An implementation under test, with one worker, and the way to kill that worker. */
export interface MediaPortHarness {
  port: MediaPort;
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

const roomId = '0190a000-0000-7000-8000-00000000000a';
const otherRoomId = '0190a000-0000-7000-8000-00000000000b';
const alice = '0190a000-0000-7000-8000-000000000001';
const bob = '0190a000-0000-7000-8000-000000000002';
const nobody = '0190a000-0000-7000-8000-0000000000ff';
const empty = { rooms: 0, transports: 0, producers: 0, consumers: 0 };

/** What every implementation of the media port must do. */
export function describeMediaPort(name: string, makeHarness: () => Promise<MediaPortHarness>): void {
  describe(`media port: ${name}`, () => {
    let harness: MediaPortHarness;
    let port: MediaPort;
    let events: MediaEvent[] = [];

    beforeAll(async () => {
      harness = await makeHarness();
      port = jsonPort(harness.port);
      port.subscribe((event) => events.push(event));
    });
    afterEach(async () => {
      await port.closeRoom(roomId);
      await port.closeRoom(otherRoomId);
      events = [];
    });
    afterAll(() => harness.close());

    const refused = async (request: Promise<unknown>): Promise<ErrorCode> => {
      const error = await request.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(RefusedError);
      return error instanceof RefusedError ? error.code : 'internal';
    };
    const transportOf = async (peerId: string, direction: 'send' | 'recv', room = roomId): Promise<string> =>
      (await port.createTransport({ roomId: room, peerId, direction })).id;
    const produceAudio = async (transportId: string): Promise<string> => {
      const appData = { source: 'microphone' as const };
      return (
        await port.produce({ roomId, transportId, kind: 'audio', rtpParameters: opusParameters(), appData })
      ).id;
    };
    const heard = async (): Promise<{
      sendId: string;
      recvId: string;
      producerId: string;
      consumerId: string;
    }> => {
      const sendId = await transportOf(alice, 'send');
      const recvId = await transportOf(bob, 'recv');
      const producerId = await produceAudio(sendId);
      const rtpCapabilities = await port.routerRtpCapabilities(roomId);
      const consumer = await port.consume({ roomId, transportId: recvId, producerId, rtpCapabilities });
      return { sendId, recvId, producerId, consumerId: consumer.id };
    };
    const reported = async (expected: MediaEvent[]): Promise<void> => {
      await vi.waitFor(() => expect(events).toEqual(expected), { timeout: 5_000, interval: 10 });
    };

    it('counts its worker and nothing else at first', async () => {
      expect(await port.stats()).toEqual({ workers: 1, ...empty });
    });

    it('makes a room on first use and speaks Opus, VP8 with retransmission and VP9', async () => {
      const { codecs } = (await port.routerRtpCapabilities(roomId)) as { codecs: JsonObject[] };
      const names = codecs.map((codec) => codec.mimeType);
      expect(names).toEqual(expect.arrayContaining(['audio/opus', 'video/VP8', 'video/rtx', 'video/VP9']));
      expect(await port.stats()).toMatchObject({ ...empty, rooms: 1 });
    });

    it('opens a room once though many ask at the same time', async () => {
      await Promise.all(Array.from({ length: 5 }, () => transportOf(alice, 'recv')));
      expect(await port.stats()).toMatchObject({ rooms: 1, transports: 5 });
    });

    it('gives a transport its parameters and connects it once', async () => {
      const transport = await port.createTransport({ roomId, peerId: alice, direction: 'send' });
      expect(transport.iceParameters).toMatchObject({ usernameFragment: expect.any(String) });
      expect(transport.dtlsParameters).toHaveProperty('fingerprints');
      const request = { roomId, transportId: transport.id, dtlsParameters: dtlsFingerprint() };
      await port.connectTransport(request);
      expect(await refused(port.connectTransport(request))).toBe('bad_request');
    });

    it('restarts ICE with new credentials', async () => {
      const { id, iceParameters } = await port.createTransport({ roomId, peerId: alice, direction: 'send' });
      const restarted = await port.restartIce({ roomId, transportId: id });
      expect(restarted.iceParameters.usernameFragment).not.toBe(iceParameters.usernameFragment);
    });

    it('carries audio and simulcast video from one peer to another', async () => {
      const { sendId, recvId, producerId, consumerId } = await heard();
      const appData = { source: 'camera' as const };
      const rtpParameters = vp8Parameters();
      const video = await port.produce({
        roomId,
        transportId: sendId,
        kind: 'video',
        rtpParameters,
        appData,
      });
      const rtpCapabilities = await port.routerRtpCapabilities(roomId);
      const consumer = await port.consume({
        roomId,
        transportId: recvId,
        producerId: video.id,
        rtpCapabilities,
      });
      expect(consumer).toMatchObject({ producerId: video.id, kind: 'video' });
      expect(consumer.rtpParameters.encodings).toHaveLength(1);
      await port.setPreferredLayers({ roomId, consumerId: consumer.id, spatialLayer: 1, temporalLayer: 1 });
      await port.setConsumerPaused({ roomId, consumerId, isPaused: false });
      await port.setConsumerPaused({ roomId, consumerId, isPaused: true });
      await port.setProducerPaused({ roomId, producerId, isPaused: true });
      await port.setProducerPaused({ roomId, producerId, isPaused: false });
      expect(await port.stats()).toMatchObject({ rooms: 1, transports: 2, producers: 2, consumers: 2 });
      expect(events).toEqual([]);
    });

    it('refuses malformed shapes as bad_request and lives on', async () => {
      const transportId = await transportOf(alice, 'send');
      const appData = { source: 'microphone' as const };
      const opus = opusParameters();
      const badRtp: JsonObject[] = [
        {},
        { ...opus, codecs: 'opus' },
        { ...opus, codecs: [{ mimeType: 'audio/unknown', payloadType: 111, clockRate: 48_000 }] },
        { ...opus, codecs: [{ mimeType: 'audio/opus', payloadType: '111', clockRate: 48_000 }] },
        { ...opus, encodings: [{ ssrc: 'many' }] },
        { ...opus, encodings: Array.from({ length: 500 }, (_, index) => ({ ssrc: index })) },
        { ...opus, mid: { deep: [[[[]]]] } },
        { ...opus, headerExtensions: [{ uri: 7, id: {} }] },
      ];
      for (const rtpParameters of badRtp) {
        const request = { roomId, transportId, kind: 'audio' as const, rtpParameters, appData };
        expect(await refused(port.produce(request)), JSON.stringify(rtpParameters).slice(0, 90)).toBe(
          'bad_request',
        );
      }
      const badDtls: JsonObject[] = [
        {},
        { fingerprints: [] },
        { role: 'boss', ...dtlsFingerprint(), fingerprints: null },
        { fingerprints: [{ algorithm: 'md5', value: 'AA' }] },
        { fingerprints: [{ algorithm: 'sha-256', value: 12 }] },
      ];
      for (const dtlsParameters of badDtls) {
        expect(await refused(port.connectTransport({ roomId, transportId, dtlsParameters }))).toBe(
          'bad_request',
        );
      }
      const producerId = await produceAudio(transportId);
      const consuming = { roomId, transportId, producerId };
      for (const rtpCapabilities of [{}, { codecs: 3 }, { codecs: [{ kind: 'smell' }] }]) {
        expect(await refused(port.consume({ ...consuming, rtpCapabilities }))).toBe('bad_request');
      }
      expect(await port.stats()).toMatchObject({ transports: 1, producers: 1, consumers: 0 });
    });

    it('refuses a consumer that cannot play the codec', async () => {
      const sendId = await transportOf(alice, 'send');
      const producerId = await produceAudio(sendId);
      const caps = (await port.routerRtpCapabilities(roomId)) as { codecs: { kind: string }[] };
      const rtpCapabilities = { ...caps, codecs: caps.codecs.filter((codec) => codec.kind === 'video') };
      const request = { roomId, transportId: sendId, producerId, rtpCapabilities };
      expect(await refused(port.consume(request))).toBe('bad_request');
    });

    it('says not_found for unknown ids', async () => {
      const { sendId, producerId } = await heard();
      const dtlsParameters = dtlsFingerprint();
      const rtpCapabilities = await port.routerRtpCapabilities(roomId);
      const appData = { source: 'microphone' as const };
      const produce = { kind: 'audio' as const, rtpParameters: opusParameters(), appData };
      const asked = [
        port.connectTransport({ roomId, transportId: nobody, dtlsParameters }),
        port.connectTransport({ roomId: otherRoomId, transportId: sendId, dtlsParameters }),
        port.restartIce({ roomId, transportId: nobody }),
        port.produce({ roomId, transportId: nobody, ...produce }),
        port.setProducerPaused({ roomId, producerId: nobody, isPaused: true }),
        port.consume({ roomId, transportId: sendId, producerId: nobody, rtpCapabilities }),
        port.consume({ roomId, transportId: nobody, producerId, rtpCapabilities }),
        port.setConsumerPaused({ roomId, consumerId: nobody, isPaused: true }),
        port.setPreferredLayers({ roomId, consumerId: nobody, spatialLayer: 0 }),
      ];
      expect(await Promise.all(asked.map(refused))).toEqual(asked.map(() => 'not_found'));
    });

    it('ends consumers with their producer and says so', async () => {
      const { producerId, consumerId } = await heard();
      await port.closeProducer({ roomId, producerId });
      expect(await port.stats()).toMatchObject({ transports: 2, producers: 0, consumers: 0 });
      await reported([{ type: 'consumerClosed', roomId, consumerId, producerId }]);
    });

    it('ends with a transport what it carries', async () => {
      const { sendId, recvId, producerId, consumerId } = await heard();
      await port.closeTransport({ roomId, transportId: sendId });
      expect(await port.stats()).toMatchObject({ transports: 1, producers: 0, consumers: 0 });
      await reported([{ type: 'consumerClosed', roomId, consumerId, producerId }]);
      await port.closeTransport({ roomId, transportId: recvId });
      expect(await port.stats()).toMatchObject({ rooms: 1, transports: 0 });
    });

    it('ends a peer with all it owns, and only that', async () => {
      await heard();
      await transportOf(alice, 'recv');
      await port.closePeer({ roomId, peerId: alice });
      expect(await port.stats()).toMatchObject({ rooms: 1, transports: 1, producers: 0, consumers: 0 });
      await port.closePeer({ roomId, peerId: bob });
      expect(await port.stats()).toMatchObject({ rooms: 1, transports: 0 });
    });

    it('says nothing to a peer about the end of its own consumers', async () => {
      const { consumerId } = await heard();
      await port.closeConsumer({ roomId, consumerId });
      await port.closePeer({ roomId, peerId: alice });
      expect(events).toEqual([]);
    });

    it('ends a room with everything in it, leaves other rooms alone, and reports nothing', async () => {
      await heard();
      await transportOf(alice, 'send', otherRoomId);
      await port.closeRoom(roomId);
      expect(await port.stats()).toMatchObject({ rooms: 1, transports: 1, producers: 0, consumers: 0 });
      expect(events).toEqual([]);
    });

    it('takes closing twice, and closing what never was', async () => {
      const { sendId, producerId, consumerId } = await heard();
      for (let round = 0; round < 2; round += 1) {
        await port.closeConsumer({ roomId, consumerId });
        await port.closeProducer({ roomId, producerId });
        await port.closeTransport({ roomId, transportId: sendId });
        await port.closePeer({ roomId, peerId: alice });
        await port.closeRoom(roomId);
      }
      await port.closePeer({ roomId, peerId: nobody });
      expect(await port.stats()).toMatchObject(empty);
    });

    it('leaves nothing behind when a room is closed while things are made in it', async () => {
      for (let round = 0; round < 10; round += 1) {
        const making = Array.from({ length: 4 }, () => transportOf(alice, 'send'));
        const outcomes = Promise.allSettled(making);
        if (round % 2 === 0) await Promise.race(making);
        await port.closeRoom(roomId);
        await outcomes;
        await port.closeRoom(roomId);
      }
      expect(await port.stats()).toMatchObject(empty);
    });

    it('opens a room anew after it was closed', async () => {
      await heard();
      await port.closeRoom(roomId);
      await heard();
      expect(await port.stats()).toMatchObject({ rooms: 1, transports: 2, producers: 1, consumers: 1 });
    });

    it('reports every room lost when the worker is killed, and makes them again on another', async () => {
      await heard();
      await transportOf(alice, 'send', otherRoomId);
      await harness.killWorker();
      const lost = (id: string): MediaEvent => ({ type: 'roomLost', roomId: id, reason: 'worker_died' });
      await reported([lost(roomId), lost(otherRoomId)]);
      await vi.waitFor(() => heard(), { timeout: 10_000, interval: 50 });
      expect(await port.stats()).toMatchObject({ workers: 1, rooms: 1, producers: 1, consumers: 1 });
    });

    it('tells a listener nothing after it unsubscribed', async () => {
      const own: MediaEvent[] = [];
      port.subscribe((event) => own.push(event))();
      const { producerId } = await heard();
      await port.closeProducer({ roomId, producerId });
      await vi.waitFor(() => expect(events).toHaveLength(1));
      expect(own).toEqual([]);
    });
  });
}
