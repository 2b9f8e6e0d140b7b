import type { CallPlan, PlanMember } from '#lib/domain/callPlan.ts';
import type { Signal } from '#lib/protocol/catalogue.ts';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '#server/clock.ts';
import type { Logger } from '#server/observability/Logger.ts';
import type { MediaPort } from '../media/MediaPort.ts';
import { CallMedia } from './CallMedia.ts';
import { CallNews } from './CallNews.ts';
import { CallPath, type PathOwner } from './CallPath.ts';
import { CallSetup } from './CallSetup.ts';
import { isShownOtherwise, thoseWithCompany } from './company.ts';
import type { CallGroup, CallMember, MediaState, SessionOutbox } from './ports.ts';
import { noSeparations, Separations } from './Separations.ts';
import type { CallSettings } from './settings.ts';

export interface CallContext {
  readonly media: MediaPort;
  readonly outbox: SessionOutbox;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: CallSettings;
}

/** Who is in a group, and who of them is kept from whom. */
export type Grouping = Pick<CallGroup, 'members' | 'separated'>;

export const nobody: Grouping = { members: [], separated: [] };

/** What the directory of calls does for a call. */
export interface CallOwner {
  ended(sessionId: string, callId: string, reason: CallEndReason): void;
  setupTimedOut(call: Call, sessionId: string): void;
}

/**
 * What is true of one call. It lives as long as its group. A bubble's sleeps while fewer than two can take part; in a
 * chatroom's whoever has no company is in the call and waits. Which plan is in force is `CallPath`'s matter, what its people are told `CallNews`'s; the SFU part is `CallMedia`, which
 * lives from the first plan that needs it until a direct plan is settled.
 */
export class Call implements PathOwner {
  readonly id: string;
  readonly spaceId: string;
  readonly #isRoom: boolean;
  readonly #context: CallContext;
  readonly #owner: CallOwner;
  readonly #log: Logger;
  readonly #setup: CallSetup;
  readonly #path: CallPath;
  readonly #news: CallNews;
  /** Who takes part, by session. */
  #members = new Map<string, CallMember>();
  /** Those of them who hear somebody: the plan is about them. */
  #accompanied: ReadonlySet<string> = new Set();
  /** Everybody of the group, those put out of the call included. */
  #group: readonly CallMember[] = [];
  /** Sessions that never got a path; out of the call for as long as they are in the group. */
  readonly #putOut = new Set<string>();
  /** Who is kept from whom: as the group says now, and as the plan in force was made. */
  #separations = noSeparations;
  #plannedSeparations = noSeparations;
  /** Who is told of the next plan as somebody new to the call. */
  #newIds: readonly string[] = [];
  #media: CallMedia | null = null;
  #rooms = 0;

  constructor(
    { id, roomId }: Pick<CallGroup, 'id' | 'roomId'>,
    spaceId: string,
    context: CallContext,
    owner: CallOwner,
  ) {
    this.id = id;
    this.spaceId = spaceId;
    this.#isRoom = roomId !== null;
    this.#context = context;
    this.#owner = owner;
    this.#log = context.log.child({ callId: id });
    this.#setup = new CallSetup(context.clock, context.settings.setupTimeoutMs, (sessionId) =>
      owner.setupTimedOut(this, sessionId),
    );
    this.#path = new CallPath(context.clock, context.settings, this);
    this.#news = new CallNews({ id, roomId }, context.outbox, {
      members: () => [...this.#members.values()],
      areSeparated: this.#areSeparated,
    });
  }

  /** The SFU's part of this call; null while there is none. */
  get media(): CallMedia | null {
    return this.#media;
  }

  /** Sessions of the people in this call, programs left out. */
  get sessionIds(): string[] {
    return [...this.#members.values()]
      .filter((member) => !member.isResident)
      .map((member) => member.sessionId);
  }

  has(sessionId: string): boolean {
    return this.#members.has(sessionId);
  }

  /**
   * First half of a regrouping: whoever is no longer of the call hears that it ended. The second half is `carryOut`,
   * after all calls have let go, so that nobody is told of a new call before the end of the former one.
   * @param grouping everybody in the group now; `nobody` when it is gone.
   */
  letGo(
    { members, separated }: Grouping,
    reasonOf: (leavers: readonly string[]) => (sessionId: string) => CallEndReason,
  ): void {
    this.#group = members;
    this.#separations = new Separations(separated);
    this.#forgetPutOut();
    this.#dismiss(reasonOf);
  }

  /** Second half of a regrouping: the plan for those who are together now. */
  carryOut(): void {
    const eligible = this.#eligible();
    const newcomers = eligible.filter((member) => !this.#members.has(member.sessionId));
    const isRenamed = eligible.some((member) =>
      isShownOtherwise(this.#members.get(member.sessionId), member),
    );
    this.#members = new Map(eligible.map((member) => [member.sessionId, member]));
    if (this.#members.size === 0) {
      this.#accompanied = new Set();
      this.#path.sleep();
      this.#closeMedia();
      return;
    }
    this.#accompany(eligible);
    this.#newIds = newcomers.map((member) => member.sessionId);
    this.#replan(isRenamed || newcomers.length > 0);
    this.#newIds = [];
    this.#media?.setResident(eligible.find((member) => member.isResident) ?? null);
  }

  /** Takes somebody out who cannot take part, for as long as they stay in the group. */
  putOut(sessionId: string): void {
    this.#putOut.add(sessionId);
    this.#dismiss(() => () => 'setup_timeout');
    this.carryOut();
  }

  /** Ends the call for everybody. Idempotent. */
  async end(reason: CallEndReason): Promise<void> {
    this.letGo(nobody, () => () => reason);
    this.#members.clear();
    this.#path.sleep();
    this.#setup.clear();
    const media = this.#media;
    this.#media = null;
    await media?.close();
  }

  resume(sessionId: string): void {
    const { plan, isSettled } = this.#path;
    if (plan === null || !this.has(sessionId)) return;
    this.#news.resumed(sessionId, plan, isSettled);
    this.#media?.resume(sessionId);
  }

  signal(from: string, to: string, epoch: number, data: Signal): void {
    const plan = this.#planFor(from, epoch);
    if (to === from || !this.has(to) || this.#areSeparated(from, to)) {
      throw new RefusedError('forbidden', 'the addressee is not in this call', 'payload.to');
    }
    if (plan.mode !== 'p2p') throw new RefusedError('stale_epoch', 'the call goes through the SFU now');
    this.#news.signal(from, to, epoch, data);
  }

  ready(sessionId: string, epoch: number): void {
    if (this.has(sessionId)) this.#setup.done(sessionId);
    this.#planFor(sessionId, epoch);
    this.#path.ready(sessionId);
  }

  pathFailed(sessionId: string, epoch: number): void {
    const plan = this.#planFor(sessionId, epoch);
    if (plan.mode !== 'p2p') throw new RefusedError('stale_epoch', 'the plan has no direct path');
    this.#log.info({ epoch }, 'direct path failed');
    this.#path.directFailed();
  }

  setMediaState(sessionId: string, state: MediaState): void {
    const member = this.#members.get(sessionId);
    if (member === undefined) return;
    this.#members.set(sessionId, { ...member, ...state });
    this.#news.mediaState(sessionId, state);
    if (state.audio) this.#media?.release(sessionId);
    if (state.screen !== member.screen) this.#path.setMembers(this.#planMembers());
  }

  /** A moderator switched somebody's microphone off. */
  mute(sessionId: string): void {
    const member = this.#members.get(sessionId);
    if (member === undefined) return;
    this.setMediaState(sessionId, { audio: false, video: member.video, screen: member.screen });
    this.#media?.hold(sessionId);
  }

  planned(plan: CallPlan): void {
    this.#log.info({ epoch: plan.epoch, mode: plan.mode, members: plan.memberIds.length }, 'call planned');
    if (plan.mode === 'sfu') this.#media ??= this.#openMedia();
    this.#news.planned(plan, this.#newIds);
  }

  settled(plan: CallPlan): void {
    this.#news.settled(plan);
    if (plan.mode === 'p2p') this.#closeMedia();
  }

  isOnSfu(): boolean {
    return this.#media !== null;
  }

  readonly #areSeparated = (a: string, b: string): boolean => this.#separations.has(a, b);

  /**
   * The plan for those who are there; another one too where only who is kept from whom changed.
   * @param isNews whether they have to be told even where the plan stays: names changed, or somebody came who hears nobody.
   */
  #replan(isNews: boolean): void {
    const parted = this.#separations.without(this.#plannedSeparations);
    const reunited = this.#plannedSeparations.without(this.#separations);
    this.#plannedSeparations = this.#separations;
    for (const pair of parted) this.#media?.part(pair);
    const epoch = this.#path.plan?.epoch;
    this.#path.setMembers(this.#planMembers(), parted.length + reunited.length > 0);
    const { plan } = this.#path;
    if (isNews && plan !== null && plan.epoch === epoch) this.#news.planned(plan, this.#newIds);
    for (const pair of reunited) this.#media?.reunite(pair);
  }

  #eligible(): CallMember[] {
    const present = this.#group.filter((member) => !this.#putOut.has(member.sessionId));
    return this.#isRoom ? present : thoseWithCompany(present, this.#areSeparated);
  }

  /** Whoever finds company has to hear somebody within the set-up time; whoever loses it waits as long as they like. */
  #accompany(eligible: readonly CallMember[]): void {
    const former = this.#accompanied;
    const people = thoseWithCompany(eligible, this.#areSeparated).filter((member) => !member.isResident);
    this.#accompanied = new Set(people.map((member) => member.sessionId));
    for (const sessionId of former) if (!this.#accompanied.has(sessionId)) this.#setup.done(sessionId);
    for (const sessionId of this.#accompanied) if (!former.has(sessionId)) this.#setup.begin(sessionId);
  }

  #planMembers(): PlanMember[] {
    return thoseWithCompany([...this.#members.values()], this.#areSeparated).map(
      ({ sessionId, isResident, screen }) => ({ sessionId, isResident, isSharing: screen }),
    );
  }

  #forgetPutOut(): void {
    const present = new Set(this.#group.map((member) => member.sessionId));
    for (const sessionId of this.#putOut) if (!present.has(sessionId)) this.#putOut.delete(sessionId);
  }

  #dismiss(reasonOf: (leavers: readonly string[]) => (sessionId: string) => CallEndReason): void {
    const staying = new Set(this.#eligible().map((member) => member.sessionId));
    const leavers = [...this.#members.keys()].filter((sessionId) => !staying.has(sessionId));
    const reason = reasonOf(leavers);
    for (const sessionId of leavers) this.#remove(sessionId, reason(sessionId));
  }

  #remove(sessionId: string, reason: CallEndReason): void {
    const member = this.#members.get(sessionId);
    this.#members.delete(sessionId);
    this.#setup.done(sessionId);
    this.#media?.leave(sessionId);
    if (member?.isResident === false) this.#owner.ended(sessionId, this.id, reason);
  }

  #openMedia(): CallMedia {
    const { media, outbox } = this.#context;
    const newRoomId = (): string => {
      this.#rooms += 1;
      return `${this.id}.${this.#rooms}`;
    };
    const areSeparated = this.#areSeparated;
    return new CallMedia({ callId: this.id, newRoomId, port: media, outbox, log: this.#log, areSeparated });
  }

  #closeMedia(): void {
    const media = this.#media;
    this.#media = null;
    media?.close().catch((err: unknown) => this.#log.error({ err }, 'the SFU room was not closed'));
  }

  #planFor(sessionId: string, epoch: number): CallPlan {
    const { plan } = this.#path;
    if (plan === null || !this.has(sessionId)) throw new RefusedError('not_in_call', 'not in this call');
    if (plan.epoch !== epoch) throw new RefusedError('stale_epoch', `the call is at epoch ${plan.epoch}`);
    return plan;
  }
}
