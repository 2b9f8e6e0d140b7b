import { residentIdentity } from '#lib/domain/resident.ts';
import type { ServerPayload } from '#lib/protocol/catalogue.ts';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import { ManualClock } from '#server/clock.ts';
import { silentLogger } from '#server/observability/Logger.ts';
import type { Handlers } from '../gateway/handlers.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import { opusParameters, vp8Parameters } from '../media/fixtures.ts';
import type { JsonObject, MediaPort } from '../media/MediaPort.ts';
import { createMemoryMediaPort, type MemoryMediaPort } from '../media/memory/createMemoryMediaPort.ts';
import { createCallService } from './createCallService.ts';
import { MemoryOutbox, type SentMessage } from './memoryOutbox.ts';
import type { CallMember, CallService } from './ports.ts';

export const spaceId = '0190c000-0000-7000-8000-000000000001';
/** The id of a bubble, and so of its call. */
export const callA = '0190c000-0000-7000-8000-00000000000a';
export const callB = '0190c000-0000-7000-8000-00000000000b';

type Plan = ServerPayload<'/space', 'video-call-plan'>;

/** The session of a named person; `alice2` is another tab of `alice`. */
export function sessionOf(name: string): string {
  if (name === 'resident') return residentIdentity.sessionId;
  return `0190c000-0000-7000-9000-${hexOf(name)}`;
}

function hexOf(name: string): string {
  return Buffer.from(name.padEnd(6, '_').slice(-6)).toString('hex');
}

export function identityOf(name: string): SessionIdentity {
  const userId =
    name === 'resident'
      ? residentIdentity.userId
      : `0190c000-0000-7000-a000-${hexOf(name.replace(/\d/, ''))}`;
  return { sessionId: sessionOf(name), userId, username: name, spaceId, loginId: null, tokenId: null };
}

export function memberOf(name: string): CallMember {
  const { sessionId, userId } = identityOf(name);
  const isResident = name === 'resident';
  return {
    sessionId,
    userId,
    username: name,
    cast: 'fox',
    x: 1,
    y: 1,
    isResident,
    audio: true,
    video: true,
    screen: false,
  };
}

/** What a browser says when it sends a screen: VP8 in one size, beside the camera on the same transport. */
function screenParameters(): JsonObject {
  const encodings = [{ ssrc: 33_333_333, rtx: { ssrc: 33_333_334 }, maxBitrate: 2_500_000 }];
  return { ...vp8Parameters(), mid: '2', encodings, rtcp: { cname: 'screen', reducedSize: true } };
}

/** A call service among in-memory neighbours, and people spoken of by name. */
export class CallHarness {
  readonly clock = new ManualClock(1_000);
  readonly outbox = new MemoryOutbox();
  readonly media: MemoryMediaPort = createMemoryMediaPort();
  readonly #paused = new Map<string, boolean>();
  readonly #names = new Map<string, string>();
  readonly #rooms = new Map<string, string>();
  readonly #sharing = new Map<string, boolean>();
  readonly service: CallService & { mediaHandlers: Handlers<'/media'> };

  constructor(wrap: (port: MediaPort) => MediaPort = (port) => port) {
    const { clock, outbox } = this;
    const port = wrap(this.media);
    const setProducerPaused: MediaPort['setProducerPaused'] = async (request) => {
      await port.setProducerPaused(request);
      this.#paused.set(request.producerId, request.isPaused);
    };
    const media = { ...port, setProducerPaused };
    this.service = createCallService({ media, outbox, clock, log: silentLogger });
  }

  /** Bubbles by their ids: `{ [callA]: 'alice bob' }`; of the separated pairs one blocks the other. */
  stand(
    bubbles: Record<string, string>,
    reasons: Record<string, CallEndReason> = {},
    separated: readonly [string, string][] = [],
  ): void {
    const grouped = Object.entries(bubbles).map(([id, names]) => ({
      id,
      roomId: this.#rooms.get(id) ?? null,
      members: names.split(' ').map((name) => this.#memberOf(name)),
      separated: separated
        .filter((pair) => pair.every((name) => names.split(' ').includes(name)))
        .map(([a, b]): [string, string] => [sessionOf(a), sessionOf(b)]),
    }));
    const bySession = new Map(Object.entries(reasons).map(([name, reason]) => [sessionOf(name), reason]));
    this.service.applyGroups(spaceId, grouped, bySession);
  }

  /** The call of this id is one of a chatroom, not a bubble's. */
  ofRoom(callId: string, roomId: string): void {
    this.#rooms.set(callId, roomId);
  }

  /** Somebody begins or ends sharing their screen. */
  share(name: string, screen: boolean): void {
    this.#sharing.set(name, screen);
    this.service.setMediaState(sessionOf(name), { audio: true, video: true, screen });
  }

  /** From now on a person appears under another name. */
  rename(name: string, username: string): void {
    this.#names.set(name, username);
  }

  /** Whether the SFU passes on nothing of this producer. */
  isPaused(producerId: string): boolean {
    return this.#paused.get(producerId) === true;
  }

  ready(name: string, epoch: number, callId = callA): void {
    this.service.ready(sessionOf(name), { callId, epoch });
  }

  /** What was sent since the last look, one line per message: `alice plan 2 sfu alice+bob+carol`. */
  sent(): string[] {
    return this.outbox.take().map(lineOf);
  }

  /** Joins the room and makes both transports; returns the sending one's id. */
  async joinRoom(name: string, roomId = callA): Promise<string> {
    const { mediaHandlers: on } = this.service;
    const session = identityOf(name);
    await on.joinRoom(session, { roomId });
    const send = await on.createWebRtcTransport(session, { roomId, direction: 'send' });
    await on.createWebRtcTransport(session, { roomId, direction: 'recv' });
    return send.id;
  }

  async produceAudio(name: string, transportId: string): Promise<string> {
    const rtpParameters = opusParameters();
    const request = {
      transportId,
      kind: 'audio' as const,
      rtpParameters,
      appData: { source: 'microphone' as const },
    };
    return (await this.service.mediaHandlers.produce(identityOf(name), request)).id;
  }

  async produceVideo(name: string, transportId: string): Promise<string> {
    const rtpParameters = vp8Parameters();
    const request = {
      transportId,
      kind: 'video' as const,
      rtpParameters,
      appData: { source: 'camera' as const },
    };
    return (await this.service.mediaHandlers.produce(identityOf(name), request)).id;
  }

  async produceScreen(name: string, transportId: string): Promise<string> {
    const rtpParameters = screenParameters();
    const request = {
      transportId,
      kind: 'video' as const,
      rtpParameters,
      appData: { source: 'screen' as const },
    };
    return (await this.service.mediaHandlers.startScreenShare(identityOf(name), request)).id;
  }

  async consume(name: string, producerId: string, roomId = callA): Promise<string> {
    const { mediaHandlers: on } = this.service;
    const rtpCapabilities = await on.getRouterRtpCapabilities(identityOf(name), { roomId });
    return (await on.consume(identityOf(name), { producerId, rtpCapabilities })).id;
  }

  #memberOf(name: string): CallMember {
    const screen = this.#sharing.get(name) ?? false;
    return { ...memberOf(name), username: this.#names.get(name) ?? name, screen };
  }
}

const shortNames: Record<string, string> = {
  'video-call-start': 'start',
  'video-call-plan': 'plan',
  'video-call-settled': 'settled',
  'video-call-end': 'end',
  'video-call-signaling': 'signal',
};

/** The person a session belongs to. */
export function nameOf(sessionId: string): string {
  if (sessionId === residentIdentity.sessionId) return 'resident';
  return Buffer.from(sessionId.slice(24), 'hex').toString().replaceAll('_', '');
}

function lineOf({ to, event, payload }: SentMessage): string {
  const name = nameOf(to);
  const head = `${name} ${shortNames[event] ?? event}`;
  if (isPlan(payload)) {
    const who = payload.participants.map((participant) => nameOf(participant.sessionId)).join('+');
    return `${head} ${payload.epoch} ${payload.mode} ${who}`;
  }
  if ('reason' in payload) return `${head} ${String(payload.reason)}`;
  if ('sessionId' in payload && typeof payload.sessionId === 'string')
    return `${head} ${nameOf(payload.sessionId)}`;
  if ('from' in payload && typeof payload.from === 'string') return `${head} ${nameOf(payload.from)}`;
  return 'epoch' in payload ? `${head} ${String(payload.epoch)}` : head;
}

function isPlan(payload: object): payload is Plan {
  return 'participants' in payload;
}
