import type { KillKind, PlanOptions } from './plan.ts';

const kinds: readonly KillKind[] = ['kill-unheard', 'kill-heard', 'kill'];

export const peopleInRun = 5;
export const roomsInRun = 3;

/** The size of a run: the next seed begins with another way to die. */
export function sizeOf(seed: number, kills: number): PlanOptions {
  return {
    seed,
    people: peopleInRun,
    rooms: roomsInRun,
    stepsPerLife: 40,
    kills: Array.from({ length: kills }, (_, index) => kinds[(seed + index) % kinds.length] ?? 'kill'),
  };
}
