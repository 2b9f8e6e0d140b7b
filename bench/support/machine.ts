import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** Where and on what a result was measured. */
export interface Machine {
  readonly commit: string;
  readonly isCommitClean: boolean;
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGiB: number;
  readonly node: string;
}

export function describeMachine(): Machine {
  return {
    commit: git('rev-parse', 'HEAD'),
    isCommitClean: git('status', '--porcelain') === '',
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

function git(...command: string[]): string {
  return execFileSync('git', command, { encoding: 'utf8' }).trim();
}
