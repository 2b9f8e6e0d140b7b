import { silentLogger } from '../../server/observability/Logger.ts';
import { connectStore } from '../../server/persistence/connectStore.ts';
import type { Benchmark, Outcome } from '../support/Benchmark.ts';
import { inTurns } from '../support/inTurns.ts';
import { loadShareMost, watchOwnShare } from '../support/processor.ts';
import { median } from '../support/statistics.ts';
import { ChatServer } from './ChatServer.ts';
import { Crew } from './Crew.ts';
import type { Member } from './crowd.ts';
import { type Stage, setStage } from './stage.ts';

/** In each room one stays and writes while the others are away. */
const size = { rooms: 50, perRoom: 21 };
const missedEach = 30;
const goalShare = 0.05;
const goalMs = 1_000;

/** A thousand clients return at once, each missing 30 messages, beside one question to the log for each. */
export const history: Benchmark = {
  name: 'history',
  about: '1 000 clients return at once, each missing 30 messages, beside one query per client',
  run: async (isQuick) => {
    const stage = await setStage(size, 1);
    try {
      return await measure(stage, isQuick ? 1 : 3);
    } finally {
      stage.remove();
    }
  },
};

interface Return {
  /** Whether the server was started anew, so that nothing is in its cache. */
  readonly isCold: boolean;
  /** From the first handshake until the last one has all it missed. */
  readonly tookMs: number;
  readonly logReads: number;
  readonly questions: number;
  readonly questionsByName: Readonly<Record<string, number>>;
  readonly processorS: number;
  readonly incomplete: number;
  readonly loadShare: number;
}

interface Round {
  readonly warm: Return;
  readonly cold: Return;
  /** The same stretches, read from the log by one question each through a pool of the same size. */
  readonly oneByOneMs: number;
}

async function measure({ crowd, dataDirs }: Stage, roundsCount: number): Promise<Outcome> {
  const [dataDir = ''] = dataDirs;
  const stayers = crowd.roomIds.flatMap((id) => crowd.members.find(({ roomId }) => roomId === id) ?? []);
  const leavers = crowd.members.filter((member) => !stayers.includes(member));
  const writers = { spaceId: crowd.spaceId, stayers };
  let server = await ChatServer.start(dataDir);
  const rounds: Round[] = [];
  try {
    const away = new Crew(server, crowd, leavers);
    await away.connect();
    for (let round = 1; round <= roundsCount; round += 1) {
      await writeMeanwhile(server, away, writers);
      const warm = await comeBack(server, away, false);
      const before = await writeMeanwhile(server, away, writers);
      const oneByOneMs = await askOneByOne(dataDir, leavers, before);
      await server.stop();
      server = await ChatServer.start(dataDir);
      away.moveTo(server);
      const cold = await comeBack(server, away, true);
      rounds.push({ warm, cold, oneByOneMs });
      console.log(
        `round ${round}: ${summary(warm)} · started anew ${summary(cold)} · one by one ${oneByOneMs.toFixed(0)} ms`,
      );
    }
    return judge(rounds, leavers.length);
  } finally {
    await server.stop();
  }
}

/** Cuts everybody off and writes 30 messages into each room. Returns the number that each had before. */
async function writeMeanwhile(
  server: ChatServer,
  away: Crew,
  { spaceId, stayers }: { spaceId: string; stayers: readonly Member[] },
): Promise<number> {
  const before = away.clients[0]?.seq ?? 0;
  away.cut();
  const writers = new Crew(server, { spaceId }, stayers);
  await writers.connect();
  await Promise.all(
    writers.clients.map(async (client) => {
      for (let message = 0; message < missedEach; message += 1) await client.send();
    }),
  );
  writers.cut();
  return before;
}

async function comeBack(server: ChatServer, away: Crew, isCold: boolean): Promise<Return> {
  const wanted = away.clients.map(({ seq }) => seq + missedEach);
  const before = await server.read();
  const loadShare = watchOwnShare();
  const startedMs = performance.now();
  await Promise.all(away.clients.map((client) => client.connect()));
  const tookMs = performance.now() - startedMs;
  const share = loadShare();
  const after = await server.read();
  return {
    isCold,
    tookMs,
    logReads: after.logReads - before.logReads,
    questions: after.questions - before.questions,
    questionsByName: since(before.byName, after.byName),
    processorS: after.processorS - before.processorS,
    incomplete: away.clients.filter(({ seq }, index) => seq !== wanted[index]).length,
    loadShare: share,
  };
}

async function askOneByOne(dataDir: string, members: readonly Member[], afterSeq: number): Promise<number> {
  const store = await connectStore({ databaseUrl: null, dataDir, logger: silentLogger });
  try {
    const startedMs = performance.now();
    await inTurns(members, members.length, ({ roomId }) => store.chatLog.entriesAfter(roomId, afterSeq, 500));
    return performance.now() - startedMs;
  } finally {
    await store.close();
  }
}

type Counts = Readonly<Record<string, number>>;

const since = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );

const summary = ({ tookMs, logReads, questions }: Return): string =>
  `${tookMs.toFixed(0)} ms, ${logReads} questions to the log (${questions} in all)`;

function judge(rounds: readonly Round[], clients: number): Outcome {
  const returns = rounds.flatMap(({ warm, cold }) => [warm, cold]);
  const share = Math.max(...returns.map(({ logReads }) => logReads)) / clients;
  const tookMs = median(rounds.map(({ warm }) => warm.tookMs));
  const coldMs = median(rounds.map(({ cold }) => cold.tookMs));
  const incomplete = returns.reduce((sum, one) => sum + one.incomplete, 0);
  const isMet = share <= goalShare && Math.max(tookMs, coldMs) <= goalMs && incomplete === 0;
  const isLoadsFault = Math.max(...returns.map(({ loadShare }) => loadShare)) > loadShareMost;
  return {
    figure: `${(share * 100).toFixed(1)} % of one query per client, all caught up in ${tookMs.toFixed(0)} ms (server started anew: ${coldMs.toFixed(0)} ms), ${incomplete} incomplete`,
    goal: `≤ ${goalShare * 100} %, ≤ ${goalMs} ms`,
    verdict: isLoadsFault ? 'refused' : isMet ? 'met' : 'short',
    details: { share, tookMs, coldMs, incomplete, rounds },
  };
}
