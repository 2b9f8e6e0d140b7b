import type { Message } from './log.ts';
import { draftOf, stillFresh, type Timeline, type TimelinePage, trimEnd, trimStart } from './timeline.ts';
import { applyNext, quotedOf, type TimelineDraft } from './timelineDraft.ts';

/** Puts the messages before the first one in front; null when the page is too old to be joined: it is to be read again. */
export function addOlder(timeline: Timeline, page: TimelinePage): Timeline | null {
  const part = bringUp(timeline, page, false);
  if (part === null) return null;
  const firstSeq = timeline.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  const older = part.messages.filter(({ seq }) => seq < firstSeq);
  const messages = [...older, ...timeline.messages];
  return trimEnd({ ...joined(timeline, part, messages), hasOlder: page.hasOlder });
}

/** Puts the messages after the last one behind; null when the page is too old to be joined. */
export function addNewer(timeline: Timeline, page: TimelinePage): Timeline | null {
  if (timeline.isAtEnd) return timeline;
  const part = bringUp(timeline, page, !page.hasNewer);
  if (part === null) return null;
  const lastSeq = timeline.messages.at(-1)?.seq ?? 0;
  const messages = [...timeline.messages, ...part.messages.filter(({ seq }) => seq > lastSeq)];
  return trimStart({ ...joined(timeline, part, messages), isAtEnd: !page.hasNewer });
}

/** Takes messages that are answered here and stand outside; null when they were read too long ago. */
export function addQuoted(
  timeline: Timeline,
  messages: readonly Message[],
  lastSeq: number,
): Timeline | null {
  const page = { messages, quoted: [], hasOlder: false, hasNewer: true, lastSeq };
  const part = bringUp(timeline, page, false);
  return part === null ? null : joined(timeline, part, timeline.messages);
}

/** Messages that are answered here and of which nothing is known. */
export function missingQuotes({ messages, quoted }: Timeline): string[] {
  const here = new Set(messages.map(({ id }) => id));
  const wanted = messages.flatMap(({ replyTo }) => (replyTo === null ? [] : [replyTo]));
  return [...new Set(wanted)].filter((id) => !here.has(id) && !quoted.has(id));
}

/** What both know is taken from the window's messages, else from the part, each with its own freshness. */
function joined(timeline: Timeline, part: TimelineDraft, messages: readonly Message[]): Timeline {
  const inWindow = new Set(timeline.messages.map(({ id }) => id));
  const inPart = new Set([...part.messages.map(({ id }) => id), ...part.quoted.keys()]);
  const freshAt = new Map([
    ...[...timeline.freshAt].filter(([id]) => inWindow.has(id) || !inPart.has(id)),
    ...[...part.freshAt].filter(([id]) => !inWindow.has(id)),
  ]);
  const known = [
    ...timeline.quoted.values(),
    ...part.quoted.values(),
    ...part.messages,
    ...timeline.messages,
  ];
  return {
    ...timeline,
    messages,
    quoted: quotedOf(messages, known),
    freshAt: stillFresh({ freshAt, lastSeq: timeline.lastSeq }),
  };
}

/**
 * The page as it stands at the timeline's number. One that was read earlier is brought there by the entries that were
 * kept; one that was read later says so, and those entries will pass its messages by.
 */
function bringUp(timeline: Timeline, page: TimelinePage, isAtEnd: boolean): TimelineDraft | null {
  const quoted = new Map(page.quoted.map((message) => [message.id, message]));
  const freshAt = new Map<string, number>();
  if (page.lastSeq > timeline.lastSeq) {
    for (const { id } of [...page.messages, ...page.quoted]) freshAt.set(id, page.lastSeq);
  }
  const draft = draftOf({
    ...timeline,
    messages: page.messages,
    quoted,
    freshAt,
    isAtEnd,
    lastSeq: page.lastSeq,
  });
  const since = timeline.recent.filter(({ entry }) => entry.seq > page.lastSeq);
  const isCovered = page.lastSeq >= timeline.lastSeq || since[0]?.entry.seq === page.lastSeq + 1;
  if (!isCovered) return null;
  for (const one of since) applyNext(draft, one);
  return draft;
}
