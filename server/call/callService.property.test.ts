import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerPayload } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { CallHarness, identityOf, sessionOf } from './callHarness.ts';
import type { SentMessage } from './memoryOutbox.ts';

const people = ['alice', 'bob', 'carol', 'dave', 'erin'];
const groupIds = ['1', '2', '3'].map((digit) => `0190c000-0000-7000-8000-00000000000${digit}`);
/** The last group is the call of a chatroom: one person alone waits in it. */
const roomCallId = groupIds[2] ?? '';

type Step =
  /** Everybody's group: a number per person, 3 for nobody's. */
  | { do: 'stand'; places: number[]; separated: [number, number][] }
  | { do: 'pass'; ms: number }
  | { do: 'share'; who: number; isOn: boolean }
  | { do: 'ready' | 'fail' | 'enter' | 'send' | 'leave' | 'receive'; who: number }
  | { do: 'kill' };

const who = fc.integer({ min: 0, max: people.length - 1 });
const stepOf: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('stand' as const),
    places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    separated: fc.array(fc.tuple(who, who), { maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 12_000 }) }),
  fc.record({
    do: fc.constantFrom('ready' as const, 'fail' as const, 'enter' as const, 'send' as const),
    who,
  }),
  fc.record({
    do: fc.constantFrom('enter' as const, 'send' as const, 'leave' as const, 'receive' as const),
    who,
  }),
  fc.record({ do: fc.constant('kill' as const) }),
  fc.record({ do: fc.constant('share' as const), who, isOn: fc.boolean() }),
);

type Plan = ServerPayload<'/space', 'video-call-plan'>;

/** What a client believes from the messages it got: its call and that call's plan. */
class Believer {
  readonly plans = new Map<string, Plan>();

  hear({ to, event, payload }: SentMessage): void {
    if (event === 'video-call-end') {
      expect(this.plans.get(to)?.callId).toBe((payload as { callId: string }).callId);
      this.plans.delete(to);
    }
    if (event !== 'video-call-start' && event !== 'video-call-plan') return;
    const plan = payload as Plan;
    const former = this.plans.get(to);
    if (event === 'video-call-start') expect(former).toBeUndefined();
    else expect(former).toMatchObject({ callId: plan.callId });
    // A plan with the same epoch only brings somebody who has no company in a chatroom's call.
    const isRefresh = plan.callId === roomCallId && former?.epoch === plan.epoch;
    if (isRefresh) expect(plan.mode).toBe(former?.mode);
    else if (former !== undefined) expect(plan.epoch).toBe(former.epoch + 1);
    const { callId, epoch, mode, participants } = plan;
    this.plans.set(to, { callId, epoch, mode, participants });
  }
}

/** Plays the steps; requests that are refused are part of it, anything else that is thrown is not. */
class Play {
  readonly calls = new CallHarness();
  readonly believer = new Believer();
  readonly #sendTransports = new Map<string, string>();
  #producers: string[] = [];
  #separated: [string, string][] = [];

  constructor() {
    this.calls.ofRoom(roomCallId, '0190c000-0000-7000-b000-000000000001');
  }

  async run(step: Step): Promise<void> {
    try {
      await this.#do(step);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
    }
    for (const message of this.calls.outbox.take()) this.believer.hear(message);
    this.#check();
  }

  async #do(step: Step): Promise<void> {
    if (step.do === 'stand') return this.#stand(step.places, step.separated);
    if (step.do === 'pass') return this.calls.clock.advance(step.ms);
    if (step.do === 'share') return this.calls.share(people[step.who] ?? '', step.isOn);
    if (step.do === 'kill') return this.calls.media.killWorker();
    return this.#act(step.do, people[step.who] ?? '');
  }

  #stand(places: number[], blocks: [number, number][]): void {
    this.#separated = blocks.filter(([a, b]) => a !== b).map(([a, b]) => [people[a] ?? '', people[b] ?? '']);
    const groups = groupIds.map(
      (id, index) => [id, people.filter((_, person) => places[person] === index)] as const,
    );
    const shared = groups.filter(([id, names]) => names.length >= (id === roomCallId ? 1 : 2));
    this.calls.stand(
      Object.fromEntries(shared.map(([id, names]) => [id, names.join(' ')])),
      {},
      this.#separated,
    );
  }

  async #act(what: 'ready' | 'fail' | 'enter' | 'send' | 'leave' | 'receive', name: string): Promise<void> {
    const sessionId = sessionOf(name);
    const { service } = this.calls;
    const { callId, epoch } = this.believer.plans.get(sessionId) ?? { callId: groupIds[0] ?? '', epoch: 1 };
    switch (what) {
      case 'ready':
        return service.ready(sessionId, { callId, epoch });
      case 'fail':
        return service.pathFailed(sessionId, { callId, epoch });
      case 'enter':
        this.#sendTransports.set(name, await this.calls.joinRoom(name, callId));
        return;
      case 'send':
        this.#producers.push(await this.calls.produceAudio(name, this.#sendTransports.get(name) ?? 'none'));
        return;
      case 'leave':
        await service.mediaHandlers.leaveRoom(identityOf(name), { roomId: callId });
        return;
      case 'receive':
        await this.calls.consume(name, this.#producers.at(-1) ?? 'none', callId);
    }
  }

  #areSeparated(a: string, b: string): boolean {
    return this.#separated.some((pair) => pair.map(sessionOf).sort().join() === [a, b].sort().join());
  }

  /**
   * What clients believe fits together: everybody of a plan has that plan and no other call, and sees whoever sees
   * them; nobody's plan names somebody they are separated from.
   */
  #check(): void {
    for (const [sessionId, plan] of this.believer.plans) {
      expect(this.calls.service.callOf(sessionId)).toBe(plan.callId);
      const ids = plan.participants.map((participant) => participant.sessionId);
      expect(ids).toContain(sessionId);
      if (ids.length > 2) expect(plan.mode).toBe('sfu');
      if (plan.callId !== roomCallId) expect(ids.length).toBeGreaterThan(1);
      if (ids.length > 1 && plan.participants.some(({ screen }) => screen)) expect(plan.mode).toBe('sfu');
      for (const id of ids) {
        const { participants, ...rest } = this.believer.plans.get(id) ?? { participants: [] };
        expect(rest).toEqual({ callId: plan.callId, epoch: plan.epoch, mode: plan.mode });
        expect(participants.map((participant) => participant.sessionId)).toContain(sessionId);
        expect(this.#areSeparated(id, sessionId)).toBe(false);
      }
    }
    for (const name of people) {
      const sessionId = sessionOf(name);
      if (!this.believer.plans.has(sessionId)) expect(this.calls.service.callOf(sessionId)).toBeNull();
    }
  }
}

describe('call service under any coming and going', () => {
  it('keeps everybody in one call at most, all of a call on one plan, those apart who block each other, and leaves nothing on the SFU', () =>
    fc.assert(
      fc.asyncProperty(fc.array(stepOf, { maxLength: 60 }), async (steps) => {
        const play = new Play();
        for (const step of steps) await play.run(step);
        const { calls } = play;
        const { transports, rooms } = await calls.media.stats();
        expect(transports).toBeLessThanOrEqual(people.length * 2);
        expect(rooms).toBeLessThanOrEqual(groupIds.length);
        await play.run({ do: 'stand', places: [3, 3, 3, 3, 3], separated: [] });
        expect(play.believer.plans.size).toBe(0);
        const empty = { workers: 1, rooms: 0, transports: 0, producers: 0, consumers: 0 };
        expect(await calls.media.stats()).toEqual(empty);
        await calls.service.close();
      }),
      { numRuns: 300 },
    ));
});
