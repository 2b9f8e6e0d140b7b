import { readFileSync } from 'node:fs';

/** Ticks of a second in `/proc` on every Linux that Node runs on. */
const ticksPerS = 100;

/** Processor time that a process and all its threads have used so far, in s. Linux. */
export function processorSOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces; user and system time are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerS;
}

/** Above this share of its core the load side measures itself. */
export const loadShareMost = 0.9;

/** Share of a core that this process uses, from the call until the returned function is called. */
export function watchOwnShare(): () => number {
  const before = process.cpuUsage();
  const startedMs = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / (performance.now() - startedMs);
  };
}
