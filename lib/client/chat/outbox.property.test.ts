import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryTexts } from './keptTexts.ts';
import { createMemoryChat, type MemoryChat } from './memoryChat.ts';

const jonas = { id: '00000000-0000-7000-8000-000000000002', name: 'Jonas', cast: 'jonas' };

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

const steps = [
  'send',
  'other',
  'react',
  'lose an entry',
  'lose answers',
  'find answers',
  'hold',
  'let go',
  'cut',
  'connect',
  'reload',
  'flush',
  'wait',
] as const;

type Step = (typeof steps)[number];

/** One person's page, which may be reloaded, and a server that lives on. */
class Run {
  page: MemoryChat;
  readonly roomId: string;
  readonly sent: string[] = [];
  readonly #texts = memoryTexts();
  #isConnected = false;
  #replayMost: number;

  constructor(replayMost: number) {
    this.#replayMost = replayMost;
    this.page = createMemoryChat({ people: [jonas], texts: this.#texts, replayMost });
    this.roomId = this.page.rooms.add({ name: 'General' }).id;
  }

  async take(step: Step): Promise<void> {
    const { page, roomId } = this;
    const { chat, rooms, wire } = page;
    if (step === 'send') this.#send();
    else if (step === 'other') rooms.write(jonas.id, { roomId, message: 'of Jonas' });
    else if (step === 'react') this.#react();
    else if (step === 'lose an entry') wire.loseNext('room-events');
    else if (step === 'lose answers') wire.loseAnswers('send-message');
    else if (step === 'find answers') wire.loseAnswers(null);
    else if (step === 'hold') wire.hold(true);
    else if (step === 'let go') wire.hold(false);
    else if (step === 'cut') this.#cut();
    else if (step === 'connect') this.#connect();
    else if (step === 'reload') this.#reload();
    else if (step === 'wait') vi.advanceTimersByTime(6_000);
    else await page.flush();
    chat.open(roomId);
  }

  /** Whatever is broken is mended, and everything that is under way comes. */
  async settle(): Promise<void> {
    const { wire, rooms } = this.page;
    wire.hold(false);
    wire.loseAnswers(null);
    this.#connect();
    // One may still get lost; the second one shows that something is missing.
    for (const message of ['may be lost', 'is heard'])
      rooms.write(jonas.id, { roomId: this.roomId, message });
    for (let round = 0; round < 4; round += 1) {
      await this.page.flush();
      vi.advanceTimersByTime(10_000);
    }
    await this.page.flush();
  }

  #send(): void {
    // Until it is known who writes, nothing is kept.
    if (this.page.chat.getState().selfId === null) return;
    const content = `message ${this.sent.length + 1}`;
    this.sent.push(content);
    this.page.chat.send(this.roomId, { content });
  }

  #react(): void {
    const last = this.page.rooms.messages(this.roomId).at(-1);
    if (last === undefined) return;
    this.page.rooms.act(jonas.id, this.roomId, last.id, { kind: 'react', emoji: '👍', isOn: true });
  }

  #cut(): void {
    this.page.wire.cut();
    this.#isConnected = false;
  }

  #connect(): void {
    if (this.#isConnected) return;
    this.page.connect();
    this.#isConnected = true;
  }

  #reload(): void {
    this.page.chat.close();
    this.#isConnected = false;
    this.page = createMemoryChat({
      people: [jonas],
      texts: this.#texts,
      rooms: this.page.rooms,
      replayMost: this.#replayMost,
    });
  }
}

it('stores whatever was sent once and in order, and shows what the server has, whatever breaks in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...steps), { maxLength: 40, size: 'max' }),
      fc.constantFrom(3, 500),
      async (taken, replayMost) => {
        const run = new Run(replayMost);
        for (const step of taken) await run.take(step);
        run.page.chat.open(run.roomId);
        await run.settle();
        const { chat, rooms, self } = run.page;
        const stored = rooms.messages(run.roomId);
        expect(stored.filter(({ userId }) => userId === self.id).map(({ content }) => content)).toEqual(
          run.sent,
        );
        expect(chat.getState().outgoing).toEqual([]);
        expect(chat.getState().timelines.get(run.roomId)?.messages).toEqual(stored.slice(-50));
        chat.close();
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);
