import { describe, expect, it } from 'vitest';
import { planOf, randomOf, type Step } from './plan.ts';
import { sizeOf } from './sizes.ts';

const wordsOf = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => ('words' in step ? [step.words] : []));

describe('the plan of a run', () => {
  it('is the same for the same seed and another for another', () => {
    expect(planOf(sizeOf(7, 2))).toEqual(planOf(sizeOf(7, 2)));
    expect(planOf(sizeOf(7, 2))).not.toEqual(planOf(sizeOf(8, 2)));
  });

  it('never has the same words twice, nor words that begin others', () => {
    const words = wordsOf(planOf(sizeOf(3, 4)));
    for (const one of words) expect(words.filter((other) => other.startsWith(one))).toEqual([one]);
  });

  it('kills as often as it is told and waits for the server each time', () => {
    const kinds = planOf(sizeOf(2, 3)).map(({ kind }) => kind);
    const deaths = kinds.filter((kind) => kind.startsWith('kill') || kind === 'await-server');
    expect(deaths).toEqual([
      ...['kill', 'await-server'],
      ...['kill-unheard', 'await-server'],
      ...['kill-heard', 'await-server'],
    ]);
  });

  it.each([0, 1, 2, 4])('lets somebody come late, and somebody go and come back (%i kills)', (kills) => {
    const steps = planOf(sizeOf(5, kills));
    const at = (kind: Step['kind']) => steps.findIndex((step) => step.kind === kind);
    expect(at('arrive')).toBeGreaterThan(-1);
    expect(at('remove')).toBeGreaterThan(at('arrive'));
    expect(at('readmit')).toBeGreaterThan(at('remove'));
  });

  it('draws numbers from 0 up to, not including, 1', () => {
    const random = randomOf(1);
    const drawn = Array.from({ length: 1_000 }, random);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(new Set(drawn).size).toBeGreaterThan(990);
  });
});
