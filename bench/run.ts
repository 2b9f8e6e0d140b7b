import { mkdirSync, writeFileSync } from 'node:fs';
import { chat } from './chat/chat.ts';
import { cuts } from './chat/cuts.ts';
import { history } from './chat/history.ts';
import { firstMedia } from './first-media/firstMedia.ts';
import type { Benchmark, Outcome } from './support/Benchmark.ts';
import { describeMachine } from './support/machine.ts';

const benchmarks: readonly Benchmark[] = [firstMedia, chat, history, cuts];
const exitCodes = { met: 0, short: 1, refused: 2 } as const;

const [name, ...flags] = process.argv.slice(2);
const benchmark = benchmarks.find((candidate) => candidate.name === name);
if (benchmark === undefined) {
  console.error(`Which one? ${benchmarks.map((one) => `\n  ${one.name}: ${one.about}`).join('')}`);
  process.exitCode = 2;
} else {
  const isQuick = flags.includes('--quick');
  const outcome = await benchmark.run(isQuick);
  record(benchmark.name, isQuick, outcome);
  console.log(`${benchmark.name}: ${outcome.figure} (goal ${outcome.goal}) ${outcome.verdict}`);
  process.exitCode = exitCodes[outcome.verdict];
}

/** A quick run is a look, not a result: only full runs are kept. */
function record(benchmarkName: string, isQuick: boolean, outcome: Outcome): void {
  if (isQuick) return;
  const date = new Date().toISOString();
  mkdirSync('bench/results', { recursive: true });
  const file = `bench/results/${benchmarkName}-${date.slice(0, 10)}.json`;
  writeFileSync(
    file,
    `${JSON.stringify({ name: benchmarkName, date, machine: describeMachine(), ...outcome }, null, 2)}\n`,
  );
}
