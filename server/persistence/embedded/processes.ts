import { readFileSync } from 'node:fs';
import { isErrno } from '../../errno.ts';

/**
 * When a process was started, in clock ticks since the machine started (field 22 of /proc/<pid>/stat, proc(5)). Two
 * processes that had the same id differ in it. `null` where there is no /proc, or no such process.
 */
export function startTicksOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold anything, so fields are counted from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ESRCH', 'EACCES', 'ENOTDIR')) return null;
    throw error;
  }
}

/** Whether the process that said this about itself still runs. Another process that got its id is not it. */
export function isRunning(pid: number, startTicks: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isErrno(error, 'ESRCH')) return false;
    if (!isErrno(error, 'EPERM')) throw error;
  }
  const ticksNow = startTicksOf(pid);
  return startTicks === null || ticksNow === null || ticksNow === startTicks;
}
