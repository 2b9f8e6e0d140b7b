import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from './log.ts';
import { type Act, createRoomLog, type RoomLog } from './testing/roomLog.ts';
import {
  hasHole,
  noteSeen,
  openTimeline,
  type Timeline,
  takeEntries,
  takeMissed,
  takeSent,
  unknownTimeline,
} from './timeline.ts';
import { addNewer, addOlder, addQuoted, missingQuotes } from './timelinePages.ts';

const index = fc.nat({ max: 40 });
const by = fc.nat({ max: 3 });

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('message' as const), by, repliesTo: fc.option(index) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('edit' as const, 'delete' as const), target: index }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('react' as const),
      target: index,
      by,
      emoji: fc.nat({ max: 2 }),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pin' as const), target: index, isOn: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'hidden' as const }) },
);

/** What reaches the client next. Pages are read by the server a little after they were asked for, and come later still. */
type Step =
  | { readonly kind: 'write'; readonly count: number }
  | { readonly kind: 'deliver' | 'lose'; readonly count: number }
  | { readonly kind: 'ask'; readonly what: Asked['what']; readonly place: number; readonly limit: number }
  | { readonly kind: 'read' | 'arrive' | 'replay' | 'sent' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constantFrom('deliver' as const, 'deliver' as const, 'lose' as const),
    count: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('ask' as const),
    what: fc.constantFrom(
      'latest' as const,
      'around' as const,
      'older' as const,
      'newer' as const,
      'quoted' as const,
    ),
    place: index,
    limit: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({
    kind: fc.constantFrom('read' as const, 'arrive' as const, 'replay' as const, 'sent' as const),
  }),
);

interface Asked {
  readonly what: 'latest' | 'around' | 'older' | 'newer' | 'quoted';
  readonly place: number;
  readonly limit: number;
  /** Number as of which the server read; null before it did. */
  readonly readAt: number | null;
  /** The window as it was asked for: another one in its place makes the answer void. */
  readonly epoch: number;
}

/** A client and its wire, in the smallest form that has all their races. */
class Run {
  timeline: Timeline = unknownTimeline;
  readonly log: RoomLog;
  #written = 0;
  #delivered = 0;
  #asked: Asked | null = null;
  #epoch = 0;

  constructor(log: RoomLog) {
    this.log = log;
  }

  take(step: Step): void {
    if (step.kind === 'write') this.#written = Math.min(this.log.lastSeq, this.#written + step.count);
    else if (step.kind === 'deliver') this.#deliver(step.count);
    else if (step.kind === 'lose') this.#delivered = Math.min(this.#written, this.#delivered + step.count);
    else if (step.kind === 'ask') this.#ask(step);
    else if (step.kind === 'read') this.#read();
    else if (step.kind === 'arrive') this.#arrive();
    else if (step.kind === 'replay') this.#replay();
    else this.#acknowledge();
  }

  /** Everything that is under way comes, and every hole is filled. */
  settle(): void {
    this.#written = this.log.lastSeq;
    this.#arrive();
    this.#deliver(this.log.lastSeq);
    this.timeline = noteSeen(this.timeline, this.log.lastSeq);
    this.#replay();
  }

  #deliver(count: number): void {
    const to = Math.min(this.#written, this.#delivered + count);
    if (to === this.#delivered) return;
    this.timeline = takeEntries(this.timeline, this.log.live(this.#delivered + 1, to));
    this.#delivered = to;
  }

  #ask({ what, place, limit }: Pick<Asked, 'what' | 'place' | 'limit'>): void {
    if (this.#asked !== null) return;
    this.#asked = { what, place, limit, readAt: null, epoch: this.#epoch };
  }

  #read(): void {
    if (this.#asked?.readAt === null) this.#asked = { ...this.#asked, readAt: this.#written };
  }

  #arrive(): void {
    this.#read();
    const asked = this.#asked;
    this.#asked = null;
    if (asked === null || asked.readAt === null || asked.epoch !== this.#epoch) return;
    this.#join(asked, asked.readAt);
  }

  #join({ what, place, limit }: Asked, readAt: number): void {
    const { log, timeline } = this;
    const [first] = timeline.messages;
    const last = timeline.messages.at(-1);
    if (what === 'latest' || what === 'around') {
      const where = what === 'latest' ? { limit } : { limit, aroundSeq: place };
      this.timeline = openTimeline(timeline, log.page(where, readAt));
      this.#epoch += 1;
    } else if (what === 'older' && first !== undefined) {
      this.timeline = addOlder(timeline, log.page({ beforeSeq: first.seq, limit }, readAt)) ?? timeline;
    } else if (what === 'newer' && last !== undefined) {
      this.timeline = addNewer(timeline, log.page({ afterSeq: last.seq, limit }, readAt)) ?? timeline;
    } else if (what === 'quoted') {
      const ids = missingQuotes(timeline);
      const messages = log.messagesAt(readAt).filter(({ id }) => ids.includes(id));
      this.timeline = addQuoted(timeline, messages, readAt) ?? timeline;
    }
  }

  #replay(): void {
    if (!hasHole(this.timeline)) return;
    const { lastSeq } = this.timeline;
    this.timeline = takeMissed(this.timeline, this.log.replay(lastSeq, this.#written), this.#written);
  }

  /** The acknowledgement of the next message overtakes its entry. */
  #acknowledge(): void {
    const [entry] = this.log.live(this.#delivered + 1, this.#delivered + 1);
    if (entry?.kind !== 'message' || entry.seq > this.#written || !this.timeline.isKnown) return;
    this.timeline = takeSent(this.timeline, entry.message);
  }
}

/** What the server has where the window lies. */
function truthOf(log: RoomLog, { messages, hasOlder, isAtEnd }: Timeline): readonly Message[] {
  const first = hasOlder ? messages[0]?.seq : 0;
  const last = isAtEnd ? log.lastSeq : messages.at(-1)?.seq;
  if (first === undefined || last === undefined) return [];
  return log.messagesAt(log.lastSeq).filter(({ seq }) => seq >= first && seq <= last);
}

const runs = { numRuns: 1_500 };

describe('a timeline', () => {
  it('1. has after any interleaving exactly what the server has, from its first message to its last', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 40, size: 'max' }),
        fc.array(step, { maxLength: 60, size: 'max' }),
        (acts, steps) => {
          const log = createRoomLog(acts);
          const run = new Run(log);
          for (const one of steps) run.take(one);
          run.settle();
          const { timeline } = run;
          if (!timeline.isKnown) return;
          expect(hasHole(timeline)).toBe(false);
          expect(timeline.messages).toEqual(truthOf(log, timeline));
          const truth = log.messagesAt(log.lastSeq);
          for (const quoted of timeline.quoted.values()) expect(truth).toContainEqual(quoted);
        },
      ),
      runs,
    );
  });

  it('2. never shows a message twice, out of order, or from beyond its number on the way', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 40, size: 'max' }),
        fc.array(step, { maxLength: 60, size: 'max' }),
        (acts, steps) => {
          const run = new Run(createRoomLog(acts));
          for (const one of steps) {
            run.take(one);
            const seqs = run.timeline.messages.map(({ seq }) => seq);
            expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
            const here = new Set(run.timeline.messages.map(({ id }) => id));
            for (const id of run.timeline.quoted.keys()) expect(here.has(id)).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
