import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** State "listening" in /proc/net/tcp (proc(5)). */
const listening = '0A';

function readOr<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    // Processes of other users, and those that end meanwhile, cannot be read. That is no reason to fail.
    return otherwise;
  }
}

/** The numbers of the sockets that listen on this TCP port. */
function socketsOn(port: number): Set<string> {
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const lines = readOr(() => readFileSync(table, 'utf8').split('\n').slice(1), []);
    for (const line of lines) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      const isOnPort = Number.parseInt(local?.split(':')[1] ?? '', 16) === port;
      if (isOnPort && state === listening && inode !== undefined) inodes.add(inode);
    }
  }
  return inodes;
}

function holdsOne(pid: string, inodes: Set<string>): boolean {
  const files = readOr(() => readdirSync(`/proc/${pid}/fd`), []);
  return files.some((file) => {
    const target = readOr(() => readlinkSync(`/proc/${pid}/fd/${file}`), '');
    return inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? '');
  });
}

/** Which process listens on a TCP port, such as `node (process 4711)`; `null` where that cannot be found out. */
export function portOwner(port: number): string | null {
  const inodes = socketsOn(port);
  if (inodes.size === 0) return null;
  const pids = readOr(() => readdirSync('/proc'), []).filter((name) => /^\d+$/.test(name));
  const pid = pids.find((candidate) => holdsOne(candidate, inodes));
  if (pid === undefined) return null;
  const command = readOr(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '', '');
  return `${basename(command) || 'a program'} (process ${pid})`;
}
