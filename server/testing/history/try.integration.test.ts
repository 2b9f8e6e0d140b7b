import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newDataDir } from '../serverProcess.ts';
import { judge } from './judge/judge.ts';
import { runHistory } from './runHistory.ts';

it('tries', { timeout: 300_000 }, async () => {
  const dataDir = newDataDir();
  const { history, figures, hasSettled } = await runHistory({
    place: { dataDir, databaseUrl: null },
    seed: 1,
    people: 5,
    rooms: 3,
    stepsPerLife: 40,
    kills: ['kill-unheard', 'kill'],
  });
  console.log(figures, hasSettled);
  const faults = judge(history);
  console.log(faults.length, faults.slice(0, 8));
  rmSync(dataDir, { recursive: true });
  expect(faults).toEqual([]);
});
