import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Defect } from './brokenChatLog.ts';
import type { Rule } from './judge/Fault.ts';
import { judge } from './judge/judge.ts';
import { openEmbeddedPlaces, openPostgresPlaces, type Places } from './places.ts';
import type { KillKind } from './plan.ts';
import { runHistory } from './runHistory.ts';
import { sizeOf } from './sizes.ts';

/** A run takes some seconds on an idle machine; each start of the server takes longer on a busy one. */
const timeout = 180_000;

let places: Places;

describe.each([
  // It starts more slowly.
  ['the embedded database', openEmbeddedPlaces, 1],
  ['PostgreSQL', openPostgresPlaces, 2],
])('the chat over %s', (name, open, kills) => {
  beforeAll(async () => {
    places = await open();
  }, timeout);

  afterAll(() => places.close());

  it.each([1, 2, 3])('keeps its word through cuts and kills (seed %i)', { timeout }, async (seed) => {
    const result = await runHistory({ ...sizeOf(seed, kills), ...(await places.newPlace()) });
    console.info(`${name}, seed ${seed}:`, result.figures);
    expect(judge(result.history)).toEqual([]);
    expect(result.hasSettled).toBe(true);
  });
});

describe('a server that breaks its word', () => {
  beforeAll(async () => {
    places = await openPostgresPlaces();
  }, timeout);

  afterAll(() => places.close());

  it.each<[Defect, KillKind[], Rule]>([
    ['acknowledge-early', ['kill-heard'], 'acknowledged-is-stored'],
    ['lost-order', [], 'acknowledged-is-stored'],
    ['doubled-retry', ['kill-unheard'], 'stored-once'],
  ])('is caught when it has the defect %s', { timeout }, async (defect, kills, rule) => {
    const plan = { ...sizeOf(1, 0), stepsPerLife: 12, kills };
    const seeded = await places.newPlace();
    const { history } = await runHistory({ ...plan, ...seeded, defect, settleMs: 1_500 });
    expect(judge(history).map((fault) => fault.rule)).toContain(rule);
  });
});
