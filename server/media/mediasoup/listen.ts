import type { types } from 'mediasoup';

/** An address the media listens on, and what browsers are told instead of it (a public address, a host name). */
export interface ListenIp {
  ip: string;
  announcedAddress?: string;
}

/** UDP first, TCP for networks that let no UDP through; each address once, whatever number of names it is told under. */
export function listenInfosOf(listenIps: readonly ListenIp[], port: number): types.TransportListenInfo[] {
  const once = listenIps.filter(({ ip }, index) => listenIps.findIndex((other) => other.ip === ip) === index);
  return once.flatMap((listen) => [
    { protocol: 'udp' as const, ...listen, port },
    { protocol: 'tcp' as const, ...listen, port },
  ]);
}

/**
 * The candidates a browser is told. A socket is bound once, so further announced addresses of the same one are added
 * here, each a little less preferred than the one before.
 */
export function candidatesOf(
  candidates: readonly types.IceCandidate[],
  listenIps: readonly ListenIp[],
): types.IceCandidate[] {
  return candidates.flatMap((candidate) => [candidate, ...furtherNamesOf(candidate, listenIps)]);
}

function furtherNamesOf(candidate: types.IceCandidate, listenIps: readonly ListenIp[]): types.IceCandidate[] {
  const own = listenIps.find(({ ip, announcedAddress }) => (announcedAddress ?? ip) === candidate.address);
  const sameSocket = listenIps.filter((listen) => listen !== own && listen.ip === own?.ip);
  return sameSocket.map((listen, index) => {
    const address = listen.announcedAddress ?? listen.ip;
    return {
      ...candidate,
      ip: address,
      address,
      foundation: `${candidate.foundation}${index + 1}`,
      priority: candidate.priority - (index + 1),
    };
  });
}

/** Ports to try for a worker, best first: its own, then the range from `othersMin` to `portMax`, upwards. */
export function* portsToTry(own: number, othersMin: number, portMax: number): Generator<number> {
  if (own <= portMax) yield own;
  for (let port = othersMin; port <= portMax; port += 1) yield port;
}
