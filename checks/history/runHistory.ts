import type { Defect } from './brokenChatLog.ts';
import { Crowd } from './Crowd.ts';
import type { History } from './History.ts';
import { MortalServer } from './MortalServer.ts';
import { type PlanOptions, planOf } from './plan.ts';
import { readStored } from './readStored.ts';
import { openPlace, type SeededPlace, type SeededTalk } from './seedTalk.ts';
import { takeStep } from './takeStep.ts';

export interface RunOptions extends PlanOptions, SeededPlace {
  readonly defect?: Defect;
  /** How long the pages may take to show everything once all is acknowledged, in ms. */
  readonly settleMs?: number;
}

export interface RunFigures {
  readonly asked: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly kills: number;
  readonly cuts: number;
  readonly durationMs: number;
}

export interface RunResult {
  readonly history: History;
  readonly figures: RunFigures;
  /** Whether all pages came to show everything in time. */
  readonly hasSettled: boolean;
}

/** How long what is under way may take once the last step is taken, in ms; the machine may be busy. */
const calmMs = 20_000;

/** Carries out the plan of a seed against a server of its own and brings back all that was observed and stored. */
export async function runHistory(options: RunOptions): Promise<RunResult> {
  const { place, talk, seed, defect = null, settleMs = 20_000 } = options;
  const beginMs = Date.now();
  const server = new MortalServer({ ...place, defect });
  const crowd = new Crowd(talk, server, seed);
  try {
    server.start();
    await server.started();
    // The last one comes when the plan says so.
    await Promise.all(talk.people.slice(0, -1).map((_, who) => crowd.arrive(who)));
    for (const step of planOf(options)) await takeStep({ crowd, server }, step);
    const isCalm = await crowd.calmDown(calmMs);
    const hasSettled = (await crowd.catchUp(settleMs)) && isCalm;
    const views = await crowd.views();
    const { cuts } = crowd;
    await server.kill();
    const stored = await readAll(place, talk);
    const history = { events: crowd.events, rooms: stored, views };
    const durationMs = Date.now() - beginMs;
    return { history, hasSettled, figures: figuresOf(history, { kills: server.kills, cuts, durationMs }) };
  } catch (error) {
    throw new Error(`seed ${seed} came to no end; the server said: ${server.output}`, { cause: error });
  } finally {
    await server.kill();
    await crowd.close();
  }
}

async function readAll(place: SeededPlace['place'], { roomIds }: SeededTalk): Promise<History['rooms']> {
  const store = await openPlace(place);
  try {
    return await Promise.all(roomIds.map((roomId) => readStored(store, roomId)));
  } finally {
    await store.close();
  }
}

function figuresOf(
  { events }: History,
  counted: Pick<RunFigures, 'kills' | 'cuts' | 'durationMs'>,
): RunFigures {
  const count = (kind: string): number => events.filter((event) => event.kind === kind).length;
  return {
    asked: count('asked'),
    acknowledged: count('acknowledged'),
    refused: count('refused'),
    ...counted,
  };
}
