import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the media workers that a server process started (Linux: read from /proc). */
export function mediaWorkerPids(serverPid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const stat = statOf(pid);
      return (
        stat !== null &&
        stat.parent === serverPid &&
        stat.name.startsWith('mediasoup-work') &&
        stat.state !== 'Z'
      );
    });
}

function statOf(pid: number): { name: string; state: string; parent: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name = '', state = '', parent = ''] = /\((.*)\) (\S) (\d+)/.exec(text) ?? [];
    return { name, state, parent: Number(parent) };
  } catch {
    // The process ended between the listing and the reading.
    return null;
  }
}
