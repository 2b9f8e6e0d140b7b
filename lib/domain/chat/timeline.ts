import type { LogEntry, Message } from './log.ts';
import { applyNext, type HeldEntry, quotedOf, type TimelineDraft } from './timelineDraft.ts';

/** Messages that one page holds of a room at most: beyond them the far end is let go. */
export const windowMost = 600;

/** Applied entries that are kept, to bring a page up to date that was read a little earlier. */
const recentMost = 300;

/** Entries that are kept beyond a hole; what is more comes with the replay. */
const earlyMost = 500;

/**
 * A stretch of a room's messages without a hole, and what is needed to keep it so. It is replaced, never changed.
 * While `isKnown` is false no page was read yet and entries are only collected.
 */
export interface Timeline {
  readonly isKnown: boolean;
  /** In rising order of `seq`. */
  readonly messages: readonly Message[];
  /** Messages that are answered here and stand outside. */
  readonly quoted: ReadonlyMap<string, Message>;
  readonly hasOlder: boolean;
  /** False while it shows a place in the past: new messages are counted, not appended. */
  readonly isAtEnd: boolean;
  /** Number of the latest entry that is contained. */
  readonly lastSeq: number;
  /** The highest number that was ever heard of. */
  readonly seenSeq: number;
  /** The entries that were applied last, without a gap up to `lastSeq`. */
  readonly recent: readonly HeldEntry[];
  /** Entries beyond a hole, in their order. */
  readonly early: readonly HeldEntry[];
  /** Messages that contain entries beyond `lastSeq`, and up to which. */
  readonly freshAt: ReadonlyMap<string, number>;
}

/** A stretch as the server read it: everything up to `lastSeq` is contained in its messages. */
export interface TimelinePage {
  readonly messages: readonly Message[];
  readonly quoted: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly lastSeq: number;
}

export const unknownTimeline: Timeline = {
  isKnown: false,
  messages: [],
  quoted: new Map(),
  hasOlder: false,
  isAtEnd: true,
  lastSeq: 0,
  seenSeq: 0,
  recent: [],
  early: [],
  freshAt: new Map(),
};

/** Whether entries are missing between what is contained and what was heard of: then a replay is to be asked for. */
export function hasHole({ isKnown, lastSeq, seenSeq }: Timeline): boolean {
  return isKnown && seenSeq > lastSeq;
}

/** Remembers that an entry of this number exists. */
export function noteSeen(timeline: Timeline, seq: number): Timeline {
  return seq > timeline.seenSeq ? { ...timeline, seenSeq: seq } : timeline;
}

/** Takes entries as they were written, live. Known ones change nothing. */
export function takeEntries(timeline: Timeline, entries: readonly LogEntry[]): Timeline {
  return take(
    timeline,
    entries.map((entry) => ({ entry, asOf: entry.seq, isGuess: false })),
  );
}

/** Takes what was missed: its messages stand as they were at `asOf`, so its other entries pass them by. */
export function takeMissed(timeline: Timeline, entries: readonly LogEntry[], asOf: number): Timeline {
  return take(
    timeline,
    entries.map((entry) => ({ entry, asOf, isGuess: false })),
  );
}

/** Takes a message of one's own that was acknowledged, before its entry came. */
export function takeSent(timeline: Timeline, message: Message): Timeline {
  const { seq, at } = message;
  return take(timeline, [{ entry: { kind: 'message', seq, at, message }, asOf: seq, isGuess: true }]);
}

/** Begins anew with a page; entries that came meanwhile and are not contained in it follow at once. */
export function openTimeline(former: Timeline, page: TimelinePage): Timeline {
  const opened: Timeline = {
    ...unknownTimeline,
    isKnown: true,
    messages: page.messages,
    quoted: quotedOf(page.messages, page.quoted),
    hasOlder: page.hasOlder,
    isAtEnd: !page.hasNewer,
    lastSeq: page.lastSeq,
    seenSeq: Math.max(former.seenSeq, page.lastSeq),
  };
  return take(opened, [...former.recent, ...former.early]);
}

function take(timeline: Timeline, held: readonly HeldEntry[]): Timeline {
  const current = replaceGuesses(timeline, held);
  const early = [...current.early];
  for (const one of held) insert(early, one, current.isKnown ? current.lastSeq : 0);
  const seenSeq = Math.max(current.seenSeq, early.at(-1)?.entry.seq ?? 0);
  const waiting = { ...current, seenSeq, early: early.slice(0, earlyMost) };
  return current.isKnown ? drain(waiting) : waiting;
}

function insert(early: HeldEntry[], one: HeldEntry, afterSeq: number): void {
  const { seq } = one.entry;
  if (seq <= afterSeq) return;
  const before = early.findLastIndex(({ entry }) => entry.seq <= seq);
  const same = early[before]?.entry.seq === seq ? early[before] : undefined;
  if (same === undefined) early.splice(before + 1, 0, one);
  else if (same.isGuess) early[before] = one;
}

/** Applies everything that follows without a gap. */
function drain(timeline: Timeline): Timeline {
  const { early, lastSeq } = timeline;
  const gapAt = early.findIndex(({ entry }, index) => entry.seq !== lastSeq + 1 + index);
  const ready = gapAt === -1 ? early : early.slice(0, gapAt);
  if (ready.length === 0) return timeline;
  const draft = draftOf(timeline);
  for (const one of ready) applyNext(draft, one);
  return trimStart({
    ...timeline,
    messages: draft.messages,
    quoted: quotedOf(draft.messages, draft.quoted.values()),
    lastSeq: draft.lastSeq,
    recent: [...timeline.recent, ...ready].slice(-recentMost),
    early: early.slice(ready.length),
    freshAt: stillFresh(draft),
  });
}

export function draftOf({
  messages,
  quoted,
  freshAt,
  isAtEnd,
  lastSeq,
}: Omit<Timeline, 'recent'>): TimelineDraft {
  return { messages: [...messages], quoted: new Map(quoted), freshAt: new Map(freshAt), isAtEnd, lastSeq };
}

export function stillFresh({
  freshAt,
  lastSeq,
}: Pick<TimelineDraft, 'freshAt' | 'lastSeq'>): Map<string, number> {
  return new Map([...freshAt].filter(([, seq]) => seq > lastSeq));
}

/** Puts the server's own words in the place of what was guessed from an acknowledgement. */
function replaceGuesses(timeline: Timeline, held: readonly HeldEntry[]): Timeline {
  return held.reduce((current, one) => {
    const guess = current.recent.find(({ entry, isGuess }) => isGuess && entry.seq === one.entry.seq);
    return guess === undefined || one.isGuess ? current : replaceGuess(current, guess, one);
  }, timeline);
}

function replaceGuess(timeline: Timeline, guess: HeldEntry, real: HeldEntry): Timeline {
  const recent = timeline.recent.map((one) => (one === guess ? real : one));
  if (guess.entry.kind !== 'message' || real.entry.kind !== 'message') return { ...timeline, recent };
  const { message: guessed } = guess.entry;
  const { message } = real.entry;
  // Something else was applied to it since: then the guess was as good as the real one.
  const messages = timeline.messages.map((one) => (one === guessed ? message : one));
  return { ...timeline, recent, messages };
}

/** Lets the oldest messages go when there are too many. What is answered stays as a quotation. */
export function trimStart(timeline: Timeline): Timeline {
  const { messages, quoted } = timeline;
  if (messages.length <= windowMost) return timeline;
  const kept = messages.slice(-windowMost);
  return {
    ...timeline,
    messages: kept,
    quoted: quotedOf(kept, [...quoted.values(), ...messages]),
    hasOlder: true,
  };
}

/** Lets the latest messages go when there are too many. */
export function trimEnd(timeline: Timeline): Timeline {
  const { messages, quoted } = timeline;
  if (messages.length <= windowMost) return timeline;
  const kept = messages.slice(0, windowMost);
  return {
    ...timeline,
    messages: kept,
    quoted: quotedOf(kept, [...quoted.values(), ...messages]),
    isAtEnd: false,
  };
}
