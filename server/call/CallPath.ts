import { type CallPlan, nextCallPlan, type PlanMember } from '#lib/domain/callPlan.ts';
import type { Clock } from '#server/clock.ts';
import { Alarm } from './Alarm.ts';
import type { CallSettings } from './settings.ts';

/** What a call does when its path changes. */
export interface PathOwner {
  /** Another plan is in force. */
  planned(plan: CallPlan): void;
  /** Everybody is over on the plan's path, or had the time to be. */
  settled(plan: CallPlan): void;
  /** Whether the call is still carried by the SFU, as the former path perhaps. */
  isOnSfu(): boolean;
}

/** By which plan a call goes, and who has come over to it. When to plan and to settle is decided here; nothing is sent. */
export class CallPath {
  readonly #clock: Clock;
  readonly #settings: CallSettings;
  readonly #owner: PathOwner;
  readonly #planAlarm: Alarm;
  readonly #settleAlarm: Alarm;
  readonly #ready = new Set<string>();
  #members: readonly PlanMember[] = [];
  #plan: CallPlan | null = null;
  #isSettled = false;
  #directFailedAtMs: number | null = null;

  constructor(clock: Clock, settings: CallSettings, owner: PathOwner) {
    this.#clock = clock;
    this.#settings = settings;
    this.#owner = owner;
    this.#planAlarm = new Alarm(clock);
    this.#settleAlarm = new Alarm(clock);
  }

  /** The plan in force; null before the first. */
  get plan(): CallPlan | null {
    return this.#plan;
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  /**
   * These hear each other now: two or more, or nobody while those who are there wait for company.
   * @param isRegrouped whether another plan is needed though the same people go by the same path.
   */
  setMembers(members: readonly PlanMember[], isRegrouped = false): void {
    this.#members = members;
    this.#replan(isRegrouped);
  }

  ready(sessionId: string): void {
    this.#ready.add(sessionId);
    const isEverybodyOver = this.#members.every(
      (member) => member.isResident || this.#ready.has(member.sessionId),
    );
    if (isEverybodyOver && !this.#isSettled) this.#settle();
  }

  /** The direct path could not be made or was lost. */
  directFailed(): void {
    this.#directFailedAtMs = this.#clock.nowMs();
    this.#replan();
  }

  /** Nobody takes part for now: the epochs go on from here when somebody does again. */
  sleep(): void {
    this.#planAlarm.cancel();
    this.#settleAlarm.cancel();
    this.#members = [];
    if (this.#plan !== null) this.#plan = { ...this.#plan, mode: 'p2p', memberIds: [], sharerIds: [] };
  }

  #replan(isRegrouped = false): void {
    const nowMs = this.#clock.nowMs();
    const last = this.#plan;
    const { plan, nextCheckMs } = nextCallPlan({
      members: this.#members,
      last,
      directFailedAtMs: this.#directFailedAtMs,
      nowMs,
      rules: this.#settings,
    });
    if (nextCheckMs === null) this.#planAlarm.cancel();
    else this.#planAlarm.set(nextCheckMs - nowMs, () => this.#replan());
    if (plan.epoch !== last?.epoch) this.#adopt(plan);
    else if (isRegrouped) this.#adopt({ ...plan, epoch: plan.epoch + 1 });
    else this.#plan = plan;
  }

  /** From the second plan on there is a former path, which is not kept for ever for those who are not over. */
  #adopt(plan: CallPlan): void {
    this.#plan = plan;
    this.#isSettled = false;
    this.#ready.clear();
    this.#settleAlarm.cancel();
    if (plan.epoch > 1) this.#settleAlarm.set(this.#settings.settleTimeoutMs, () => this.#settleLate(plan));
    this.#owner.planned(plan);
    if (plan.memberIds.length === 0) this.#settle();
  }

  /** A direct path has to show that it works before the SFU, which does, is given up for it. */
  #settleLate(plan: CallPlan): void {
    if (plan.mode === 'p2p' && this.#owner.isOnSfu()) this.directFailed();
    else this.#settle();
  }

  #settle(): void {
    this.#isSettled = true;
    this.#settleAlarm.cancel();
    if (this.#plan !== null) this.#owner.settled(this.#plan);
  }
}
