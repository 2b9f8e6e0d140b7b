import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** Binds a running process with all its threads to one core, so that server and load do not take each other's. Linux with two cores or more. */
export function pinProcess(pid: number, core: number): void {
  if (cpus().length < 2) throw new Error('a benchmark needs two cores: one for the server, one for the load');
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)], {
    stdio: 'ignore',
  });
}

/** A program that starts another one on a core, for launchers that take only a path. */
export function pinnedProgram(folder: string, program: string, core: number): string {
  const path = join(folder, 'pinned-program');
  writeFileSync(path, `#!/bin/sh\nexec taskset --cpu-list ${core} "${program}" "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}
