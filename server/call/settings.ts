import { type CallPlanRules, defaultCallPlanRules } from '#lib/domain/callPlan.ts';

export interface CallSettings extends CallPlanRules {
  /** Somebody who hears nobody this long after being put into a call is taken out of it, in ms (SPEC §1: 30 000). */
  readonly setupTimeoutMs: number;
  /** How long a former path is kept for those who have not said that they are over, in ms. */
  readonly settleTimeoutMs: number;
  /** How long the end of a call is kept for a session that was away when it was told, in ms. */
  readonly endKeptMs: number;
}

export const defaultCallSettings: CallSettings = {
  ...defaultCallPlanRules,
  setupTimeoutMs: 30_000,
  settleTimeoutMs: 5_000,
  endKeptMs: 60_000,
};
