import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark, Outcome } from '../support/Benchmark.ts';
import { loadShareMost, watchOwnShare } from '../support/processor.ts';
import { median, percentile } from '../support/statistics.ts';
import { bareInserts } from './bareInserts.ts';
import { ChatServer } from './ChatServer.ts';
import { Crew } from './Crew.ts';
import { type Stage, setStage } from './stage.ts';

const size = { rooms: 50, perRoom: 20 };
const goalRatio = 8;
const offeredPerS = 2_000;
const goalAckMs = 25;
const goalDeliveryMs = 50;

interface Plan {
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly windowMs: number;
}

const fullPlan: Plan = { rounds: 3, warmUpMs: 10_000, windowMs: 30_000 };
const quickPlan: Plan = { rounds: 1, warmUpMs: 1_000, windowMs: 4_000 };

/** Messages of 1 000 people in 50 rooms, acknowledged after their commit: as many as it takes, and 2 000 a second. */
export const chat: Benchmark = {
  name: 'chat',
  about: '1 000 people in 50 rooms write, acknowledged after commit, beside one transaction per message',
  run: async (isQuick) => {
    const stage = await setStage(size, 2);
    try {
      return await measure(stage, isQuick ? quickPlan : fullPlan);
    } finally {
      stage.remove();
    }
  },
};

interface Side {
  readonly server: ChatServer;
  readonly crew: Crew;
}

/** What one side did in one window. */
interface Throughput {
  readonly persistedPerS: number;
  readonly persistedPerProcessorS: number;
  /** What the store was asked for each message besides: rights, names, marks. */
  readonly questionsPerMessage: number;
  readonly loadShare: number;
  readonly refusals: number;
}

interface Latency {
  readonly offeredPerS: number;
  readonly acknowledgedPerS: number;
  readonly ackP50Ms: number;
  readonly ackP99Ms: number;
  readonly deliveryP50Ms: number;
  readonly deliveryP99Ms: number;
  readonly refusals: number;
  readonly processorShare: number;
  readonly loadShare: number;
}

async function measure({ crowd, dataDirs }: Stage, plan: Plan): Promise<Outcome> {
  const [groupedDir = '', oneByOneDir = ''] = dataDirs;
  const grouped = await ChatServer.start(groupedDir);
  const oneByOne = await ChatServer.start(oneByOneDir, true);
  try {
    const barePerS = await bareInserts(oneByOneDir, plan.warmUpMs);
    const sides = [grouped, oneByOne].map((server) => ({
      server,
      crew: new Crew(server, crowd, crowd.members),
    }));
    for (const { crew } of sides) await crew.connect();
    const [own, other] = sides;
    if (own === undefined || other === undefined) throw new Error('there are two sides');
    const rounds = await alternate(own, other, plan);
    const latency = await underOffer(own, plan);
    const holes = own.crew.holes + other.crew.holes;
    return judge({ rounds, latency, holes, barePerS });
  } finally {
    await Promise.all([grouped.stop(), oneByOne.stop()]);
  }
}

interface Round {
  readonly grouped: Throughput;
  readonly oneByOne: Throughput;
}

async function alternate(own: Side, other: Side, plan: Plan): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = 1; round <= plan.rounds; round += 1) {
    const one = { grouped: await flatOut(own, plan), oneByOne: await flatOut(other, plan) };
    rounds.push(one);
    console.log(
      `round ${round}: ${one.grouped.persistedPerS.toFixed(0)}/s (${one.grouped.persistedPerProcessorS.toFixed(0)} per CPU-s) · one by one ${one.oneByOne.persistedPerS.toFixed(0)}/s`,
    );
  }
  return rounds;
}

async function flatOut({ server, crew }: Side, { warmUpMs, windowMs }: Plan): Promise<Throughput> {
  const end = crew.sendWithoutPause();
  await pause(warmUpMs);
  crew.watch();
  const before = await server.read();
  const loadShare = watchOwnShare();
  await pause(windowMs);
  const after = await server.read();
  const share = loadShare();
  crew.unwatch();
  const persisted = after.persisted - before.persisted;
  await end();
  return {
    persistedPerS: (persisted * 1_000) / (after.atMs - before.atMs),
    persistedPerProcessorS: persisted / (after.processorS - before.processorS),
    questionsPerMessage: (after.questions - before.questions) / persisted,
    loadShare: share,
    refusals: crew.refusals,
  };
}

async function underOffer({ server, crew }: Side, { warmUpMs, windowMs }: Plan): Promise<Latency> {
  await crew.offer(offeredPerS, warmUpMs);
  crew.watch();
  const before = await server.read();
  const loadShare = watchOwnShare();
  await crew.offer(offeredPerS, windowMs);
  const after = await server.read();
  crew.unwatch();
  const { acknowledgements, ages, refusals } = crew;
  return {
    offeredPerS,
    acknowledgedPerS: (acknowledgements.length * 1_000) / (after.atMs - before.atMs),
    ackP50Ms: percentile(acknowledgements, 0.5),
    ackP99Ms: percentile(acknowledgements, 0.99),
    deliveryP50Ms: percentile(ages, 0.5),
    deliveryP99Ms: percentile(ages, 0.99),
    refusals,
    processorShare: ((after.processorS - before.processorS) * 1_000) / (after.atMs - before.atMs),
    loadShare: loadShare(),
  };
}

interface Measured {
  readonly rounds: readonly Round[];
  readonly latency: Latency;
  readonly holes: number;
  readonly barePerS: number;
}

function judge({ rounds, latency, holes, barePerS }: Measured): Outcome {
  const ratio = median(rounds.map((round) => round.grouped.persistedPerS / round.oneByOne.persistedPerS));
  const perS = median(rounds.map(({ grouped }) => grouped.persistedPerS));
  const { ackP99Ms, deliveryP99Ms, refusals } = latency;
  const isQuickEnough = ackP99Ms <= goalAckMs && deliveryP99Ms <= goalDeliveryMs && refusals === 0;
  const isMet = ratio >= goalRatio && isQuickEnough && holes === 0;
  const shares = [...rounds.map(({ grouped }) => grouped.loadShare), latency.loadShare];
  const isLoadsFault = Math.max(...shares) > loadShareMost;
  // A window in which nothing was committed was too short for this machine, and says nothing.
  const isEmpty = rounds.some((round) => round.oneByOne.persistedPerS === 0);
  return {
    figure: `(a) ${perS.toFixed(0)}/s, ${ratio.toFixed(1)}× one by one (bare INSERT ${barePerS.toFixed(0)}/s); (b) acknowledged p99 ${ackP99Ms.toFixed(0)} ms, delivered p99 ${deliveryP99Ms.toFixed(0)} ms`,
    goal: `(a) ≥ ${goalRatio}×; (b) p99 ≤ ${goalAckMs} ms and ≤ ${goalDeliveryMs} ms at ${offeredPerS}/s`,
    verdict: isLoadsFault || isEmpty ? 'refused' : isMet ? 'met' : 'short',
    details: { ratio, barePerS, holes, latency, rounds },
  };
}
