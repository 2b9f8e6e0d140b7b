import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Chatter } from './testing/chatHarness.ts';
import { askParsed, type ChatHarness, startChat } from './testing/chatHarness.ts';
import { Replica } from './testing/Replica.ts';

type Step =
  | { kind: 'send'; who: number; room: number; answers: number }
  | { kind: 'edit' | 'delete' | 'pin'; who: number; room: number; which: number }
  | { kind: 'react'; who: number; room: number; which: number; isOn: boolean; emoji: string }
  | { kind: 'cut' | 'return'; who: number }
  | { kind: 'remove' | 'admit'; who: number; room: number }
  | { kind: 'forget'; room: number }
  | { kind: 'pause' };

const who = fc.nat(3);
const room = fc.nat(1);
const which = fc.nat(9);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), who, room, answers: which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'delete' as const, 'pin' as const),
      who,
      room,
      which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ kind: fc.constant('react' as const), who, room, which, isOn: fc.boolean() },
      emoji: fc.constantFrom('👍', '🎉'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'return' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove' as const, 'admit' as const),
      who: fc.integer({ min: 1, max: 3 }),
      room,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), room }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'pause' as const }) },
);

/** A run of the model: people, their clients, and what was acknowledged. */
class Run {
  readonly harness: ChatHarness;
  readonly roomIds: string[];
  readonly userIds: string[];
  readonly clients: Replica[];
  readonly acknowledged: { roomId: string; id: string; seq: number }[] = [];
  readonly messageIds = new Map<string, string[]>();
  /** Links of people after their removal from a room, with the room's latest number at that moment. */
  readonly closed: { chatter: Chatter; roomId: string; afterSeq: number; beforeSeq: number | null }[] = [];
  readonly #seats = new Map<number, Chatter>();
  readonly #pending: Promise<unknown>[] = [];

  constructor(harness: ChatHarness, roomIds: string[], userIds: string[]) {
    this.harness = harness;
    this.roomIds = roomIds;
    this.userIds = userIds;
    this.clients = userIds.map((userId) => new Replica(userId));
  }

  /** Acts are not waited for: several are under way at once. Those that rights forbid are refused. */
  start(act: Promise<unknown>): void {
    const settled = act.catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error;
    });
    this.#pending.push(settled);
  }

  async settle(): Promise<void> {
    await Promise.all(this.#pending.splice(0));
  }

  async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'send':
        return this.start(this.#send(step));
      case 'edit':
      case 'delete':
      case 'pin':
      case 'react':
        return this.start(this.#actUpon(step));
      case 'cut':
        this.clients[step.who]?.cut(this.harness.chat);
        this.#seats.delete(step.who);
        return;
      case 'return':
        return await this.connect(step.who);
      case 'remove':
        return await this.#remove(step.who, this.#roomId(step.room));
      case 'admit':
        return await this.#admit(step.who, this.#roomId(step.room));
      case 'forget':
        return await this.harness.recent.forget(this.#roomId(step.room));
      case 'pause':
        return await this.settle();
    }
  }

  async connect(index: number): Promise<void> {
    const client = this.clients[index];
    if (client === undefined || client.isConnected) return;
    const chatter = await this.harness.connect(client.userId);
    this.#seats.set(index, chatter);
    const rooms = await this.#roomsOf(client.userId);
    await client.return(this.harness.chat, chatter, rooms);
  }

  async #roomsOf(userId: string): Promise<string[]> {
    const rows = await Promise.all(this.roomIds.map((id) => this.harness.store.chatrooms.of(id, userId)));
    return rows.flatMap((row) => (row?.member ? [row.room.id] : []));
  }

  #roomId(index: number): string {
    return this.roomIds[index] ?? '';
  }

  async #send({ who: index, room: place, answers }: Extract<Step, { kind: 'send' }>): Promise<void> {
    const roomId = this.#roomId(place);
    const known = this.messageIds.get(roomId) ?? [];
    const input = {
      roomId,
      clientId: uuidv7(),
      message: `Text ${known.length}`,
      replyTo: known[answers] ?? null,
    };
    const userId = this.userIds[index] ?? '';
    const tries = [0, 1].map(() => askParsed(this.harness.chat, 'send-message', userId, input));
    const [first, second] = await Promise.all(tries);
    expect(second).toEqual(first);
    if (first === undefined) return;
    this.acknowledged.push({ roomId, id: first.id, seq: first.seq });
    this.messageIds.set(roomId, [...(this.messageIds.get(roomId) ?? []), first.id]);
  }

  async #actUpon(step: Extract<Step, { kind: 'edit' | 'delete' | 'pin' | 'react' }>): Promise<void> {
    const roomId = this.#roomId(step.room);
    const messageId = this.messageIds.get(roomId)?.[step.which];
    const userId = this.userIds[step.who] ?? '';
    if (messageId === undefined) return;
    const { chat } = this.harness;
    const about = { roomId, messageId };
    if (step.kind === 'edit')
      await askParsed(chat, 'edit-message', userId, { ...about, message: 'Other words' });
    if (step.kind === 'delete') await askParsed(chat, 'delete-message', userId, about);
    if (step.kind === 'pin') await askParsed(chat, 'pin', userId, { ...about, isOn: true });
    if (step.kind === 'react') {
      await askParsed(chat, 'react', userId, { ...about, emoji: step.emoji, isOn: step.isOn });
    }
  }

  async #remove(index: number, roomId: string): Promise<void> {
    const { chat, store } = this.harness;
    const [owner = '', userId = ''] = [this.userIds[0], this.userIds[index]];
    const was = (await store.chatrooms.of(roomId, userId))?.member ?? null;
    if (was === null) return;
    await askParsed(chat, 'remove-room-member', owner, { roomId, userId });
    const afterSeq = await store.chatLog.lastSeq(roomId);
    const chatter = this.#seats.get(index);
    if (chatter !== undefined) this.closed.push({ chatter, roomId, afterSeq, beforeSeq: null });
  }

  async #admit(index: number, roomId: string): Promise<void> {
    const { chat, store } = this.harness;
    const [owner = '', userId = ''] = [this.userIds[0], this.userIds[index]];
    const was = (await store.chatrooms.of(roomId, userId))?.member ?? null;
    if (was !== null) return;
    const beforeSeq = await store.chatLog.lastSeq(roomId);
    for (const span of this.closed) {
      const isTheirs = span.chatter === this.#seats.get(index) && span.roomId === roomId;
      if (isTheirs && span.beforeSeq === null) span.beforeSeq = beforeSeq;
    }
    await askParsed(chat, 'set-room-member', owner, { roomId, userId, role: 'member' });
    const client = this.clients[index];
    if (client?.isConnected) {
      client.cut(chat);
      await this.connect(index);
    }
  }
}

async function begin(): Promise<Run> {
  const harness = await startChat({ settings: { holeMs: 1 } });
  const { owner, admin, moderator, member } = harness.people;
  const userIds = [owner.id, admin.id, moderator.id, member.id];
  const roomIds = [await harness.room(userIds), await harness.room(userIds)];
  for (const id of roomIds) await harness.store.chatrooms.edit(id, { isPrivate: true });
  return new Run(harness, roomIds, userIds);
}

/** At the end everybody is connected and has filled their holes: what they hold is what the log holds. */
async function check(run: Run): Promise<void> {
  const { harness, clients, roomIds } = run;
  await run.settle();
  for (const [index] of clients.entries()) await run.connect(index);
  for (const roomId of roomIds) {
    const lastSeq = await harness.store.chatLog.lastSeq(roomId);
    const messages = await harness.store.chatLog.messagesBefore(roomId, null, 10_000);
    const seqs = (await harness.store.chatLog.entriesAfter(roomId, 0, 10_000)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: lastSeq }, (_, index) => index + 1));
    for (const client of clients) {
      if ((await harness.store.chatrooms.of(roomId, client.userId))?.member == null) continue;
      await vi.waitFor(async () => {
        await client.fillHoles(harness.chat);
        expect(client.held(roomId).lastSeq).toBe(lastSeq);
      });
      expect([...client.held(roomId).messages.values()]).toEqual(messages);
    }
    const stored = new Map(messages.map(({ id, seq }) => [id, seq]));
    for (const sent of run.acknowledged.filter((one) => one.roomId === roomId)) {
      expect(stored.get(sent.id)).toBe(sent.seq);
    }
  }
  for (const { chatter, roomId, afterSeq, beforeSeq } of run.closed) {
    const events = chatter.link.of('room-events').filter((one) => one.roomId === roomId);
    const seen = events.flatMap(({ entries }) => entries).map(({ seq }) => seq);
    expect(seen.filter((seq) => seq > afterSeq && seq <= (beforeSeq ?? Number.POSITIVE_INFINITY))).toEqual(
      [],
    );
  }
}

test('1.5 whatever happens, every client ends with the log, and who was removed heard nothing written after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 60 }), async (plan) => {
      const run = await begin();
      try {
        for (const step of plan) await run.step(step);
        await check(run);
      } finally {
        await run.settle();
        await run.harness.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
