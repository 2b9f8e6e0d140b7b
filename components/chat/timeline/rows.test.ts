import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testMessage, testOutgoing } from '../testing/testMessage.ts';
import { dayOf, groupGapMs, type RowsInput, rowsOf, startOfDay } from './rows.ts';

const beginMs = Date.parse('2026-03-02T10:00:00.000Z');
const at = (ms: number) => new Date(beginMs + ms).toISOString();
const input = (over: Partial<RowsInput>): RowsInput => ({
  messages: [],
  outgoing: [],
  selfId: 'me',
  newAfterSeq: null,
  hasOlder: true,
  isAtEnd: true,
  timeZone: 'UTC',
  ...over,
});
const shape = (over: Partial<RowsInput>) =>
  rowsOf(input(over)).map((row) => ('isFirst' in row && !row.isFirst ? `(${row.kind})` : row.kind));

describe('the rows of a room', () => {
  it('nothing is nothing, and the beginning is said', () => {
    expect(shape({})).toEqual([]);
    expect(shape({ hasOlder: false })).toEqual(['beginning']);
  });

  it('messages of one person stand together for five minutes', () => {
    const messages = [
      testMessage({ seq: 1, at: at(0) }),
      testMessage({ seq: 2, at: at(groupGapMs) }),
      testMessage({ seq: 3, at: at(2 * groupGapMs + 1) }),
      testMessage({ seq: 4, at: at(2 * groupGapMs + 2), userId: 'other' }),
      testMessage({ seq: 5, at: at(2 * groupGapMs + 3), userId: 'other', replyTo: 'x' }),
    ];
    expect(shape({ messages })).toEqual(['day', 'message', '(message)', 'message', 'message', 'message']);
  });

  it('a day begins by the reader’s clock', () => {
    const messages = [testMessage({ seq: 1, at: at(0) }), testMessage({ seq: 2, at: at(13.5 * 3_600_000) })];
    expect(shape({ messages })).toEqual(['day', 'message', 'message']);
    expect(shape({ messages, timeZone: 'Europe/Berlin' })).toEqual(['day', 'message', 'day', 'message']);
  });

  it('the mark stands before the first message of somebody else that is new', () => {
    const messages = [
      testMessage({ seq: 1, at: at(0) }),
      testMessage({ seq: 4, at: at(1), userId: 'me' }),
      testMessage({ seq: 5, at: at(2) }),
      testMessage({ seq: 6, at: at(3) }),
    ];
    const rows = ['day', 'message', 'message', 'new', 'message', '(message)'];
    expect(shape({ messages, newAfterSeq: 1 })).toEqual(rows);
    expect(shape({ messages, newAfterSeq: 6 })).not.toContain('new');
  });

  it('what is on its way stands at the end, keeps its key when it is stored, and is not shown in the past', () => {
    const sent = testOutgoing({ clientId: 'c1', atMs: beginMs });
    const [, waiting] = rowsOf(input({ outgoing: [sent] }));
    const stored = testMessage({ seq: 1, at: at(0), userId: 'me', clientId: 'c1' });
    const rows = rowsOf(input({ messages: [stored], outgoing: [sent] }));
    expect(rows.map(({ kind }) => kind)).toEqual(['day', 'message']);
    expect(rows[1]?.key).toBe(waiting?.key);
    expect(shape({ outgoing: [sent], isAtEnd: false })).toEqual([]);
  });

  it('no two rows share a key, and every message has its row', () => {
    const steps = fc.array(
      fc.record({ gap: fc.integer({ min: 0, max: 90_000_000 }), who: fc.constantFrom('a', 'me') }),
    );
    fc.assert(
      fc.property(steps, fc.nat(20), (list, newAfterSeq) => {
        let ms = 0;
        const messages = list.map(({ gap, who }, index) => {
          ms += gap;
          return testMessage({ seq: index + 1, at: at(ms), userId: who });
        });
        const rows = rowsOf(input({ messages, newAfterSeq, timeZone: 'America/New_York' }));
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        expect(rows.flatMap((row) => (row.kind === 'message' ? [row.message] : []))).toEqual(messages);
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', 'America/New_York', '2026-10-25T04:00:00.000Z'],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['2026-01-01', 'Pacific/Pago_Pago', '2026-01-01T11:00:00.000Z'],
    ['2026-01-01', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant);
    expect(dayOf(Date.parse(instant), zone)).toBe(day);
  });

  it('what is no day has no beginning', () => expect(startOfDay('', 'UTC')).toBeNull());
});
