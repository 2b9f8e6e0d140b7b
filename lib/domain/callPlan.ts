/** By which path a call's people hear each other: directly, or through the SFU. */
export type CallMode = 'p2p' | 'sfu';

export interface PlanMember {
  readonly sessionId: string;
  /** Programs have no browser to connect to: a call with one goes through the SFU. */
  readonly isResident: boolean;
  /** Whether they share their screen, which is large and for everybody: that goes through the SFU. */
  readonly isSharing: boolean;
}

/** What a call's people are told: who takes part by which path. Each change has the next epoch. */
export interface CallPlan {
  readonly epoch: number;
  readonly mode: CallMode;
  readonly memberIds: readonly string[];
  /** Who of them shares a screen. */
  readonly sharerIds: readonly string[];
  /** When the members, or who of them shares, were last others than now, in ms of the caller's clock. */
  readonly membersSinceMs: number;
}

export interface CallPlanRules {
  /** How long two people stay on the SFU, without a further change, before they go back to the direct path, in ms. */
  readonly downgradeDelayMs: number;
  /** How long a call does not try the direct path again after it failed, in ms. */
  readonly directBlockedMs: number;
}

export const defaultCallPlanRules: CallPlanRules = { downgradeDelayMs: 3_000, directBlockedMs: 60_000 };

export interface CallPlanInput {
  /** Two or more who hear each other; none: whoever there is waits for company, and no path is needed. */
  readonly members: readonly PlanMember[];
  /** The plan in force; null for a call that begins. */
  readonly last: CallPlan | null;
  /** When the direct path of this call last failed; null if it never did. */
  readonly directFailedAtMs: number | null;
  readonly nowMs: number;
  readonly rules: CallPlanRules;
}

export interface CallPlanResult {
  /** The very `last` when nothing changes; with its epoch when nothing changes for the people of the call. */
  readonly plan: CallPlan;
  /** When the plan would change though nobody comes or goes, in ms; null if it would not. */
  readonly nextCheckMs: number | null;
}

/**
 * The plan that follows. Three or more, a resident, a shared screen, or a failed direct path need the SFU; two people go
 * direct, but not from the SFU before the pair has lasted for a while without a screen: somebody who only walks past costs
 * one switch and not three.
 */
export function nextCallPlan(input: CallPlanInput): CallPlanResult {
  const { members, last, nowMs } = input;
  const memberIds = members.map((member) => member.sessionId);
  const sharerIds = members.filter((member) => member.isSharing).map((member) => member.sessionId);
  const isSameMembers = last !== null && hasSameIds(last.memberIds, memberIds);
  const isSame = isSameMembers && hasSameIds(last.sharerIds, sharerIds);
  const membersSinceMs = isSame ? last.membersSinceMs : nowMs;
  const directFromMs = directPossibleFromMs(input, membersSinceMs);
  const mode: CallMode = directFromMs !== null && nowMs >= directFromMs ? 'p2p' : 'sfu';
  const nextCheckMs = mode === 'sfu' ? directFromMs : null;
  if (isSame && last.mode === mode) return { plan: last, nextCheckMs };
  const isSameEpoch = isSameMembers && last.mode === mode;
  const epoch = isSameEpoch ? last.epoch : (last?.epoch ?? 0) + 1;
  return { plan: { epoch, mode, memberIds, sharerIds, membersSinceMs }, nextCheckMs };
}

/** From when on the direct path is the right one, in ms; null while the SFU is needed whatever the time. */
function directPossibleFromMs(input: CallPlanInput, membersSinceMs: number): number | null {
  const { members, last, directFailedAtMs, rules } = input;
  if (members.length === 0) return Number.NEGATIVE_INFINITY;
  if (members.length > 2 || members.some((member) => member.isResident || member.isSharing)) return null;
  const unblockedMs =
    directFailedAtMs === null ? Number.NEGATIVE_INFINITY : directFailedAtMs + rules.directBlockedMs;
  const settledMs = last?.mode === 'sfu' ? membersSinceMs + rules.downgradeDelayMs : Number.NEGATIVE_INFINITY;
  return Math.max(unblockedMs, settledMs);
}

function hasSameIds(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && now.every((id) => before.includes(id));
}
