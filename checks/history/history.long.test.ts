import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from './judge/judge.ts';
import { openEmbeddedPlaces, openPostgresPlaces, type Places } from './places.ts';
import { runHistory } from './runHistory.ts';
import { sizeOf } from './sizes.ts';

/** Beyond those of the integration test. */
const seeds = Array.from({ length: 20 }, (_, index) => 101 + index);

const timeout = 600_000;

let places: Places;

describe.each([
  ['the embedded database', openEmbeddedPlaces],
  ['PostgreSQL', openPostgresPlaces],
])('the chat over %s, many seeds', (name, open) => {
  beforeAll(async () => {
    places = await open();
  }, timeout);

  afterAll(() => places.close());

  it.each(seeds)('keeps its word through cuts and kills (seed %i)', { timeout }, async (seed) => {
    const result = await runHistory({ ...sizeOf(seed, 4), ...(await places.newPlace()) });
    console.info(`${name}, seed ${seed}:`, result.figures);
    expect(judge(result.history)).toEqual([]);
    expect(result.hasSettled).toBe(true);
  });
});
