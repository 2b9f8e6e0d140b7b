import { setTimeout as pause } from 'node:timers/promises';
import type { Crowd } from './Crowd.ts';
import { becomes } from './conditions.ts';
import type { MortalServer } from './MortalServer.ts';
import type { Ask } from './Participant.ts';
import type { Step } from './plan.ts';

export interface Scene {
  readonly crowd: Crowd;
  readonly server: MortalServer;
}

type UponKind = 'edit' | 'delete' | 'react' | 'pin';
type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** How long is waited for what must come soon, in ms; the machine may be busy. */
const soonMs = 10_000;

/** Carries out one decision. What it sets off goes on while the next ones are taken. */
export async function takeStep(scene: Scene, step: Step): Promise<void> {
  const { crowd } = scene;
  switch (step.kind) {
    case 'send':
      crowd.send(step.who, step.room, step.words);
      break;
    case 'burst':
      crowd.sendAll(step.room, step.words);
      break;
    case 'reply':
    case 'edit':
    case 'delete':
    case 'react':
    case 'pin':
      actUpon(crowd, step);
      break;
    case 'cut':
      crowd.one(step.who)?.line.cut();
      break;
    case 'cut-unheard':
      await cutUnheard(scene, step);
      break;
    case 'kill':
      await killSoon(scene, step);
      break;
    case 'kill-unheard':
      await killUnheard(scene, step);
      break;
    case 'kill-heard':
      await killHeard(scene, step);
      break;
    case 'await-server':
      await awaitServer(scene);
      break;
    case 'arrive':
      await crowd.arrive(step.who);
      break;
    case 'remove':
      await crowd.remove(step.who, step.room);
      break;
    case 'readmit':
      await crowd.readmit(step.who, step.room);
      break;
    case 'pause':
      await pause(step.ms);
  }
}

function actUpon(crowd: Crowd, step: StepOf<'reply' | UponKind>): void {
  // Pins are the owner's.
  const one = crowd.one(step.kind === 'pin' ? 0 : step.who);
  if (one === null) return;
  const isOwn = step.kind === 'edit' || step.kind === 'delete';
  const roomId = crowd.roomId(step.room);
  const messages = one.messages(roomId).filter(({ userId }) => !isOwn || userId === one.id);
  const message = messages[Math.floor(step.target * messages.length)];
  if (message === undefined) return;
  if (step.kind === 'reply') one.send(roomId, step.words, message.id);
  else one.act(askFor(step, { roomId, messageId: message.id }));
}

function askFor(step: StepOf<UponKind>, at: { roomId: string; messageId: string }): Ask {
  return (signaling, clientId) => {
    const upon = { ...at, clientId };
    switch (step.kind) {
      case 'edit':
        return signaling.request('edit-message', { ...upon, message: step.words, mentions: [] });
      case 'delete':
        return signaling.request('delete-message', upon);
      case 'react':
        return signaling.request('react', { ...upon, emoji: step.emoji, isOn: step.isOn });
      case 'pin':
        return signaling.request('pin', { ...upon, isOn: step.isOn });
    }
  };
}

async function cutUnheard(
  { crowd, server }: Scene,
  { who, room, words }: StepOf<'cut-unheard'>,
): Promise<void> {
  const one = crowd.one(who);
  if (one === null) return;
  const isServed = one.isLive && one.isIdle && server.port !== null;
  one.line.hold();
  crowd.sendPlainly(who, room, words);
  if (isServed) await becomes(() => one.line.withholds(words), soonMs / 20);
  one.line.cut();
}

async function killSoon({ crowd, server }: Scene, { room, words, afterMs }: StepOf<'kill'>): Promise<void> {
  crowd.sendAll(room, words);
  await pause(afterMs);
  await die({ crowd, server });
}

async function killUnheard({ crowd, server }: Scene, { room, words }: StepOf<'kill-unheard'>): Promise<void> {
  await crowd.calmDown(soonMs);
  for (const { line } of crowd.everybody) line.hold();
  for (let who = 0; who < crowd.size; who += 1) crowd.sendPlainly(who, room, `${words}${who}`);
  await becomes(() => crowd.everybody.some(({ line }) => line.withholds(words)), soonMs);
  await die({ crowd, server });
}

async function killHeard(
  { crowd, server }: Scene,
  { who, room, words }: StepOf<'kill-heard'>,
): Promise<void> {
  await becomes(() => crowd.one(who)?.isIdle === true && crowd.one(who)?.isLive === true, soonMs);
  crowd.send(who, room, words);
  await becomes(() => isAcknowledged(crowd, words), soonMs);
  await die({ crowd, server });
}

function isAcknowledged({ events }: Crowd, words: string): boolean {
  const asked = events.find((event) => event.kind === 'asked' && event.words === words);
  if (asked?.kind !== 'asked') return false;
  return events.some((event) => event.kind === 'acknowledged' && event.clientId === asked.clientId);
}

/** Nothing that the server said and nobody heard is heard any more. */
async function die({ crowd, server }: Scene): Promise<void> {
  for (const { line } of crowd.everybody) line.hold();
  await server.kill();
  for (const { line } of crowd.everybody) line.cut();
  server.start();
}

async function awaitServer({ crowd, server }: Scene): Promise<void> {
  await server.started();
  for (const one of crowd.everybody) one.wake();
}
