import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from '../../server/testing/serverProcess.ts';
import type { Benchmark, Outcome } from '../support/Benchmark.ts';
import { inTurns } from '../support/inTurns.ts';
import { pinProcess } from '../support/pinning.ts';
import { loadShareMost, watchOwnShare } from '../support/processor.ts';
import { percentile } from '../support/statistics.ts';
import { ChatClient } from './ChatClient.ts';
import { ChatServer } from './ChatServer.ts';
import { CutClient, type CutLink } from './CutClient.ts';
import type { Crowd, Member } from './crowd.ts';
import { RoomsClient } from './RoomsClient.ts';
import { type Stage, setStage } from './stage.ts';

/** In each room one is never cut and writes; the others are the thousand. */
const size = { rooms: 50, perRoom: 21 };
const cutMs = 1_000;
const everyMs = 15_000;
/** Handshakes at a time before the first cut. */
const calmConnects = 20;
/** Between two messages of one room. */
const writeEveryMs = 500;
const goalReplayMs = 1_000;

/** A cut of 1 s every 15 s for 1 000 clients at once, beside Socket.IO's rooms with and without its own recovery. */
export const cuts: Benchmark = {
  name: 'chat-cuts',
  about: 'a cut of 1 s every 15 s for 1 000 clients, beside Socket.IO with and without its recovery',
  run: async (isQuick) => {
    const stage = await setStage(size, 1);
    try {
      return await measure(stage, isQuick ? 1 : 4);
    } finally {
      stage.remove();
    }
  },
};

type Make = (member: Member, onMessage: (ageMs: number, seq: number) => void) => CutLink;

interface Told {
  readonly refusals: number;
  readonly expected: number;
  readonly delivered: number;
  readonly outOfOrder: number;
  readonly incompleteClients: number;
  /** From the moment at which the network is there again until everything missed is there, per client and cut. */
  readonly replayP50Ms: number | null;
  readonly replayP99Ms: number | null;
  /** How many of clients times cuts got everything they missed. */
  readonly replays: number;
  readonly loadShare: number;
}

async function measure({ crowd, dataDirs }: Stage, cutsCount: number): Promise<Outcome> {
  const [dataDir = ''] = dataDirs;
  const own = await ChatServer.start(dataDir);
  const { url } = own;
  const { spaceId } = crowd;
  const ours = await through(
    crowd,
    cutsCount,
    (member, onMessage) => new ChatClient({ url, spaceId, member, onMessage }),
  ).finally(() => own.stop());
  const plain = await beside(crowd, cutsCount, []);
  const recovered = await beside(crowd, cutsCount, ['recovery']);
  return judge(ours, plain, recovered);
}

async function beside(crowd: Crowd, cutsCount: number, args: readonly string[]): Promise<Told> {
  const server = new ServerProcess({}, ['bench/chat/socketIoRooms.ts', ...args]);
  try {
    const url = await server.url();
    pinProcess(server.child.pid ?? 0, 0);
    return await through(
      crowd,
      cutsCount,
      ({ roomId }, onMessage) => new RoomsClient({ url, roomId, onMessage }),
    );
  } finally {
    await server.stop();
  }
}

/** How many messages a room has. */
type Written = (roomId: string) => number;

/** Writes into all rooms, cuts everybody off and lets them return, as often as is wanted. */
async function through(crowd: Crowd, cutsCount: number, make: Make): Promise<Told> {
  const staying = new Set(crowd.roomIds.map((id) => crowd.members.find(({ roomId }) => roomId === id)));
  const clientOf = (member: Member) => new CutClient((onMessage) => make(member, onMessage));
  const writers = [...staying].flatMap((member) => (member === undefined ? [] : clientOf(member)));
  const clients = crowd.members.filter((member) => !staying.has(member)).map(clientOf);
  await inTurns([...writers, ...clients], calmConnects, ({ link }) => link.connect());
  const loadShare = watchOwnShare();
  // Writers are never cut: what reached them is what was written.
  const writerOf = new Map(writers.map((writer) => [writer.link.roomId, writer]));
  const written: Written = (roomId) => writerOf.get(roomId)?.complete ?? 0;
  const endWriting = write(writers);
  for (let cut = 0; cut < cutsCount; cut += 1) {
    await pause(everyMs - cutMs);
    for (const { link } of clients) link.cut();
    await pause(cutMs);
    await Promise.all(clients.map((client) => client.comeBack(written(client.link.roomId))));
  }
  await pause(everyMs / 3);
  const refusals = await endWriting();
  await pause(cutMs);
  const share = loadShare();
  for (const { link } of [...writers, ...clients]) link.cut();
  return tell(clients, written, { refusals, loadShare: share });
}

/** Each room gets a message now and then. Returns what ends it, and says how many were refused. */
function write(writers: readonly CutClient[]): () => Promise<number> {
  let isOver = false;
  let refusals = 0;
  const all = writers.map(async ({ link }, index) => {
    await pause((index * writeEveryMs) / writers.length);
    while (!isOver) {
      const startedMs = performance.now();
      await link.send().catch((error: unknown) => {
        refusals += 1;
        if (refusals === 1) console.error(error);
      });
      await pause(Math.max(0, startedMs + writeEveryMs - performance.now()));
    }
  });
  return async () => {
    isOver = true;
    await Promise.all(all);
    return refusals;
  };
}

function tell(
  clients: readonly CutClient[],
  written: Written,
  about: Pick<Told, 'refusals' | 'loadShare'>,
): Told {
  const wanted = (client: CutClient): number => written(client.link.roomId);
  const sum = (value: (client: CutClient) => number): number =>
    clients.reduce((total, client) => total + value(client), 0);
  const replays = clients.flatMap(({ replaysMs }) => replaysMs);
  return {
    expected: sum(wanted),
    delivered: sum(({ delivered }) => delivered),
    outOfOrder: sum(({ outOfOrder }) => outOfOrder),
    incompleteClients: clients.filter((client) => !client.has(wanted(client))).length,
    replays: replays.length,
    replayP50Ms: replays.length === 0 ? null : percentile(replays, 0.5),
    replayP99Ms: replays.length === 0 ? null : percentile(replays, 0.99),
    ...about,
  };
}

function summary({ delivered, expected, outOfOrder, replayP99Ms }: Told): string {
  const replay = replayP99Ms === null ? 'nothing replayed' : `replay p99 ${replayP99Ms.toFixed(0)} ms`;
  return `${((delivered / expected) * 100).toFixed(2)} % (${outOfOrder} out of order, ${replay})`;
}

function judge(ours: Told, plain: Told, recovered: Told): Outcome {
  const isWhole = ours.delivered === ours.expected && ours.outOfOrder === 0;
  const isMet = isWhole && ours.replayP99Ms !== null && ours.replayP99Ms <= goalReplayMs;
  return {
    figure: `${summary(ours)} · Socket.IO ${summary(plain)} · with its recovery ${summary(recovered)}`,
    goal: `100 % in order, replay p99 ≤ ${goalReplayMs} ms`,
    verdict: ours.loadShare > loadShareMost ? 'refused' : isMet ? 'met' : 'short',
    details: { ours, socketIo: plain, socketIoWithRecovery: recovered },
  };
}
