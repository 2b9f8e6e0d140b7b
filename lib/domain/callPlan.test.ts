import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CallMode,
  type CallPlan,
  type CallPlanResult,
  nextCallPlan,
  type PlanMember,
  defaultCallPlanRules as rules,
} from './callPlan.ts';

/** People by their names; a `!` behind one: who shares a screen. No names: nobody hears anybody. */
const members = (names: string): PlanMember[] =>
  listed(names).map((name) => ({
    sessionId: idOf(name),
    isResident: name === 'resident',
    isSharing: isSharer(name),
  }));
const listed = (names: string): string[] => names.split(' ').filter((name) => name !== '');
const isSharer = (name: string): boolean => name.endsWith('!');
const idOf = (name: string): string => name.replace('!', '');

function planned(
  names: string,
  last: CallPlan | null,
  nowMs: number,
  directFailedAtMs: number | null = null,
): CallPlanResult {
  return nextCallPlan({ members: members(names), last, directFailedAtMs, nowMs, rules });
}

function plan(epoch: number, mode: CallMode, names: string, membersSinceMs = 0): CallPlan {
  const sharerIds = listed(names).filter(isSharer).map(idOf);
  return { epoch, mode, memberIds: listed(names).map(idOf), sharerIds, membersSinceMs };
}

interface Row {
  title: string;
  names: string;
  last: CallPlan | null;
  nowMs: number;
  failedAtMs?: number;
  epoch: number;
  mode: CallMode;
  nextCheckMs: number | null;
}

const rows: Row[] = [
  {
    title: '1 two people begin directly',
    names: 'a b',
    last: null,
    nowMs: 0,
    epoch: 1,
    mode: 'p2p',
    nextCheckMs: null,
  },
  {
    title: '2 three begin on the SFU',
    names: 'a b c',
    last: null,
    nowMs: 0,
    epoch: 1,
    mode: 'sfu',
    nextCheckMs: null,
  },
  {
    title: '3 a resident needs the SFU',
    names: 'a resident',
    last: null,
    nowMs: 0,
    epoch: 1,
    mode: 'sfu',
    nextCheckMs: null,
  },
  {
    title: '4 a third moves the call to the SFU',
    names: 'a b c',
    last: plan(1, 'p2p', 'a b'),
    nowMs: 9,
    epoch: 2,
    mode: 'sfu',
    nextCheckMs: null,
  },
  {
    title: '5 nothing changes, nothing is planned',
    names: 'b a',
    last: plan(4, 'p2p', 'a b'),
    nowMs: 9,
    epoch: 4,
    mode: 'p2p',
    nextCheckMs: null,
  },
  {
    title: '6 back to two: still on the SFU',
    names: 'a b',
    last: plan(2, 'sfu', 'a b c'),
    nowMs: 9,
    epoch: 3,
    mode: 'sfu',
    nextCheckMs: 3_009,
  },
  {
    title: '7 the delay has not passed',
    names: 'a b',
    last: plan(3, 'sfu', 'a b', 9),
    nowMs: 3_008,
    epoch: 3,
    mode: 'sfu',
    nextCheckMs: 3_009,
  },
  {
    title: '8 the delay has passed: direct',
    names: 'a b',
    last: plan(3, 'sfu', 'a b', 9),
    nowMs: 3_009,
    epoch: 4,
    mode: 'p2p',
    nextCheckMs: null,
  },
  {
    title: '9 another pair waits anew',
    names: 'a c',
    last: plan(3, 'sfu', 'a b', 9),
    nowMs: 3_008,
    epoch: 4,
    mode: 'sfu',
    nextCheckMs: 6_008,
  },
  {
    title: '10 a failed direct path: SFU',
    names: 'a b',
    last: plan(1, 'p2p', 'a b'),
    nowMs: 5_000,
    failedAtMs: 5_000,
    epoch: 2,
    mode: 'sfu',
    nextCheckMs: 65_000,
  },
  {
    title: '11 blocked for 60 s',
    names: 'a b',
    last: plan(2, 'sfu', 'a b'),
    nowMs: 64_999,
    failedAtMs: 5_000,
    epoch: 2,
    mode: 'sfu',
    nextCheckMs: 65_000,
  },
  {
    title: '12 then tried again',
    names: 'a b',
    last: plan(2, 'sfu', 'a b'),
    nowMs: 65_000,
    failedAtMs: 5_000,
    epoch: 3,
    mode: 'p2p',
    nextCheckMs: null,
  },
  {
    title: '13 a new pair in a blocked call too',
    names: 'a c',
    last: plan(2, 'sfu', 'a b'),
    nowMs: 9_000,
    failedAtMs: 5_000,
    epoch: 3,
    mode: 'sfu',
    nextCheckMs: 65_000,
  },
  {
    title: '14 a reload makes a new direct plan',
    names: 'a b2',
    last: plan(1, 'p2p', 'a b'),
    nowMs: 9,
    epoch: 2,
    mode: 'p2p',
    nextCheckMs: null,
  },
  {
    title: '15 a shared screen moves two people to the SFU',
    names: 'a! b',
    last: plan(1, 'p2p', 'a b'),
    nowMs: 9,
    epoch: 2,
    mode: 'sfu',
    nextCheckMs: null,
  },
  {
    title: '16 a second screen changes no plan',
    names: 'a! b!',
    last: plan(2, 'sfu', 'a! b'),
    nowMs: 9,
    epoch: 2,
    mode: 'sfu',
    nextCheckMs: null,
  },
  {
    title: '17 after the last screen the pair stays on the SFU for the delay, in the same plan',
    names: 'a b',
    last: plan(2, 'sfu', 'a! b', 9),
    nowMs: 50_000,
    epoch: 2,
    mode: 'sfu',
    nextCheckMs: 53_000,
  },
  {
    title: '18 whoever waits for company has no path',
    names: '',
    last: null,
    nowMs: 9,
    epoch: 1,
    mode: 'p2p',
    nextCheckMs: null,
  },
  {
    title: '19 and gives the SFU up at once',
    names: '',
    last: plan(2, 'sfu', 'a! b'),
    nowMs: 9,
    epoch: 3,
    mode: 'p2p',
    nextCheckMs: null,
  },
  {
    title: '20 the first company makes a new plan',
    names: 'a b',
    last: plan(1, 'p2p', ''),
    nowMs: 9,
    epoch: 2,
    mode: 'p2p',
    nextCheckMs: null,
  },
];

describe('nextCallPlan', () => {
  for (const row of rows) {
    it(row.title, () => {
      const result = planned(row.names, row.last, row.nowMs, row.failedAtMs ?? null);
      expect(result.plan).toMatchObject({ epoch: row.epoch, mode: row.mode });
      expect([...result.plan.memberIds].sort()).toEqual(listed(row.names).map(idOf).sort());
      expect(result.nextCheckMs).toBe(row.nextCheckMs);
    });
  }

  it('returns the very last plan when nothing changes', () => {
    const last = plan(7, 'sfu', 'a b c');
    expect(planned('c b a', last, 50).plan).toBe(last);
  });

  it('grows the epoch by one exactly with each change', () =>
    fc.assert(
      fc.property(steps, (all) => {
        for (const { last, plan: next } of played(all)) {
          const isSame =
            last !== null && next.mode === last.mode && sorted(next.memberIds) === sorted(last.memberIds);
          expect(next.epoch).toBe((last?.epoch ?? 0) + (isSame ? 0 : 1));
        }
      }),
    ));

  it('goes to the SFU whenever it must, and from the direct path only then', () =>
    fc.assert(
      fc.property(steps, (all) => {
        for (const { last, plan: next, names, isBlocked } of played(all)) {
          const needsSfu =
            names.length > 2 || names.includes('resident') || names.some(isSharer) || isBlocked;
          const mustBeSfu = names.length > 0 && needsSfu;
          const mayStay = last?.mode === 'sfu' && names.length > 0;
          expect(sorted(next.memberIds)).toBe(sorted(names.map(idOf)));
          expect(next.mode === 'sfu' || !mustBeSfu).toBe(true);
          expect(next.mode === 'p2p' || mustBeSfu || mayStay).toBe(true);
        }
      }),
    ));

  it('asks to be looked at again only in the future', () =>
    fc.assert(
      fc.property(steps, (all) => {
        for (const { nowMs, nextCheckMs } of played(all))
          expect(nextCheckMs ?? Infinity).toBeGreaterThan(nowMs);
      }),
    ));

  it('brings a pair left alone to the direct path when looked at whenever it asks to', () =>
    fc.assert(
      fc.property(steps, (all) => {
        const former = played(all).at(-1);
        let nowMs = former?.nowMs ?? 0;
        let result = planned('a b', former?.plan ?? null, nowMs);
        for (let looks = 0; looks < 2 && result.nextCheckMs !== null; looks += 1) {
          nowMs = result.nextCheckMs;
          result = planned('a b', result.plan, nowMs);
        }
        expect(result.plan.mode).toBe('p2p');
      }),
    ));
});

const step = fc.record({
  names: fc
    .uniqueArray(fc.constantFrom('a', 'a!', 'b', 'c', 'c!', 'd', 'resident'), {
      selector: idOf,
      maxLength: 5,
    })
    .filter((names) => names.length !== 1),
  passedMs: fc.integer({ min: 0, max: 8_000 }),
  hasFailed: fc.boolean(),
});
const steps = fc.array(step, { maxLength: 40 });

interface Played extends CallPlanResult {
  last: CallPlan | null;
  names: string[];
  nowMs: number;
  isBlocked: boolean;
}

/** Carries the plan from step to step, a failed direct path included. */
function played(all: { names: string[]; passedMs: number; hasFailed: boolean }[]): Played[] {
  const results: Played[] = [];
  let failedAtMs: number | null = null;
  for (const { names, passedMs, hasFailed } of all) {
    const former = results.at(-1);
    const last = former?.plan ?? null;
    const nowMs = (former?.nowMs ?? 0) + passedMs;
    if (hasFailed && last?.mode === 'p2p') failedAtMs = nowMs;
    const isBlocked = failedAtMs !== null && nowMs < failedAtMs + rules.directBlockedMs;
    results.push({ ...planned(names.join(' '), last, nowMs, failedAtMs), last, names, nowMs, isBlocked });
  }
  return results;
}

const sorted = (ids: readonly string[]): string => [...ids].sort().join(' ');
