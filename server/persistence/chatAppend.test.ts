import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { applyToMessage, type Message } from '#lib/domain/chat/log.ts';
import { planAppend } from './chatAppend.ts';
import type { AppendBasis, AppendPlan } from './chatAppendState.ts';
import type { Draft } from './ports/chat.ts';

const people = [uuidv7(), uuidv7()];
const roomIds = [uuidv7(), uuidv7()];
const at = '2026-11-22T00:00:00.000Z';

const emptyBasis = (): AppendBasis => ({
  rooms: new Map(roomIds.map((id) => [id, { lastSeq: 0, messageCount: 0, lastMessageAt: null }])),
  userIds: new Set(people),
  written: new Map(),
  messages: new Map(),
  files: new Map(),
});

type Step = {
  room: number;
  person: number;
  what: Draft['kind'];
  target: number;
  text: string;
  isOn: boolean;
};

const step: fc.Arbitrary<Step> = fc.record({
  room: fc.nat(1),
  person: fc.nat(1),
  what: fc.constantFrom('message', 'message', 'edit', 'delete', 'react', 'pin'),
  target: fc.nat(9),
  text: fc.constantFrom('a', 'b', 'c'),
  isOn: fc.boolean(),
});

/** Drafts of which the later ones concern messages of the earlier ones. */
function draftsOf(steps: Step[]): Draft[] {
  const ids: string[] = [];
  return steps.map(({ room, person, what, target, text, isOn }) => {
    const base = { roomId: roomIds[room] ?? '', userId: people[person] ?? '', clientId: uuidv7(), at };
    const messageId = ids[target % Math.max(1, ids.length)] ?? uuidv7();
    if (what === 'edit') return { ...base, kind: 'edit', messageId, content: text, mentions: [] };
    if (what === 'delete') return { ...base, kind: 'delete', messageId };
    if (what === 'react') return { ...base, kind: 'react', messageId, emoji: text, isOn };
    if (what === 'pin') return { ...base, kind: 'pin', messageId, isOn };
    const id = uuidv7();
    const replyTo = isOn && ids.length > 0 ? messageId : null;
    ids.push(id);
    return { ...base, kind: 'message', id, type: 'text', content: text, mentions: [], fileId: null, replyTo };
  });
}

/** What is known after a plan was carried out. */
function carriedOut(basis: AppendBasis, plan: AppendPlan): AppendBasis {
  const added = plan.entries.flatMap(({ entry }) => (entry.kind === 'message' ? [entry.message] : []));
  return {
    ...basis,
    rooms: new Map([...basis.rooms, ...plan.rooms]),
    messages: new Map([
      ...basis.messages,
      ...[...added, ...plan.changed].map((one) => [one.id, one] as const),
    ]),
  };
}

/** What a reader makes of the answers, entry by entry. */
function replayed(plan: AppendPlan): Map<string, Message> {
  const messages = new Map<string, Message>();
  for (const answer of plan.answers) {
    if (!answer.ok || answer.entry === null) continue;
    const { entry } = answer;
    if (entry.kind === 'message') {
      messages.set(entry.message.id, entry.message);
      const first = messages.get(entry.message.threadId ?? '');
      if (first !== undefined) messages.set(first.id, { ...first, replyCount: first.replyCount + 1 });
      continue;
    }
    const message = messages.get(entry.messageId);
    if (message !== undefined) messages.set(message.id, applyToMessage(message, entry));
  }
  return messages;
}

describe('planAppend', () => {
  it('numbers each room without gaps, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const plan = planAppend(draftsOf(steps), emptyBasis());
        expect(plan.answers).toHaveLength(steps.length);
        for (const roomId of roomIds) {
          const rows = plan.entries.filter(({ entry }) => entry.roomId === roomId);
          expect(rows.map(({ entry }) => entry.seq)).toEqual(rows.map((_, index) => index + 1));
          const messages = rows.filter(({ entry }) => entry.kind === 'message');
          expect(plan.rooms.get(roomId)?.lastSeq ?? 0).toBe(rows.length);
          expect(plan.rooms.get(roomId)?.messageCount ?? 0).toBe(messages.length);
          expect(messages.map(({ ordinal }) => ordinal)).toEqual(messages.map((_, index) => index + 1));
        }
      }),
    );
  });

  it('leaves the messages that a reader of its answers has', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const plan = planAppend(draftsOf(steps), emptyBasis());
        expect(carriedOut(emptyBasis(), plan).messages).toEqual(replayed(plan));
      }),
    );
  });

  it('leaves the same however the drafts are parted into batches', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(40), (steps, cut) => {
        const drafts = draftsOf(steps);
        const whole = carriedOut(emptyBasis(), planAppend(drafts, emptyBasis()));
        const half = carriedOut(emptyBasis(), planAppend(drafts.slice(0, cut), emptyBasis()));
        const parted = carriedOut(half, planAppend(drafts.slice(cut), half));
        expect(parted.messages).toEqual(whole.messages);
        expect(parted.rooms).toEqual(whole.rooms);
      }),
    );
  });

  it('never leaves the text of a deleted message outside its originals', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const plan = planAppend(draftsOf(steps), emptyBasis());
        const deleted = new Set(plan.deleted.map(({ id }) => id));
        for (const { entry, original } of plan.entries) {
          if (entry.kind === 'message' && deleted.has(entry.message.id)) {
            expect([entry.message.content, original]).toEqual(['', expect.any(String)]);
          }
          if (entry.kind === 'edit' && deleted.has(entry.messageId)) {
            expect([entry.content, original]).toEqual(['', expect.any(String)]);
          }
        }
      }),
    );
  });
});
