import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRoomPlace, type RoomPlace } from '../testing/roomPlace.ts';

let place: RoomPlace;
let alice: string;
let bob: string;
let mona: string;
beforeEach(async () => {
  place = await openRoomPlace();
  const { people } = place;
  [alice, bob, mona] = [people.member.id, people.admin.id, people.moderator.id];
});

const report = (userId: string, roomId: string, messageId: string, reason = 'Unkind') =>
  place.ask(userId, 'report-message', { roomId, messageId, reason });
const queue = async (status: 'open' | 'all' = 'open', userId = mona) =>
  (await place.ask(userId, 'list-reports', { spaceId: place.spaceId, status, limit: 50 })).items;
const resolve = (reportId: string, action: 'dismiss' | 'delete', userId = mona) =>
  place.ask(userId, 'resolve-report', { spaceId: place.spaceId, reportId, action });
const firstOf = async () => {
  const [first] = await queue();
  if (first === undefined) throw new Error('Nothing is reported.');
  return first;
};

describe('reports', () => {
  it('M1: are made by readers, of others’ messages that stand, once', async () => {
    const { codeOf, people, context } = place;
    const roomId = await place.room(alice, { isPrivate: true, members: [bob, people.guestMember.id] });
    const messageId = await place.write(roomId, alice, 'Rude');
    expect(await codeOf(report(alice, roomId, messageId))).toBe('bad_request');
    expect(await codeOf(report(mona, roomId, messageId))).toBe('not_found');
    expect(await codeOf(report(bob, roomId, uuidv7()))).toBe('not_found');
    await report(bob, roomId, messageId);
    await report(bob, roomId, messageId);
    await report(people.guestMember.id, roomId, messageId);
    const by = { roomId, userId: alice, clientId: uuidv7(), at: new Date().toISOString() };
    await context.writer.write({ ...by, kind: 'edit', messageId, content: 'Kind', mentions: [] });
    expect((await queue()).map(({ content }) => content)).toEqual(['Rude', 'Rude']);
    await resolve((await firstOf()).id, 'delete');
    expect(await codeOf(report(bob, roomId, messageId))).toBe('message_deleted');
  });

  it('M2: reach moderators, with the name of a room that is closed to them', async () => {
    const { codeOf, people } = place;
    const roomId = await place.room(alice, { isPrivate: true, name: 'Cellar', members: [bob] });
    const messageId = await place.write(roomId, alice, 'Rude');
    await report(bob, roomId, messageId);
    expect(await queue()).toMatchObject([
      {
        ...{ messageId, content: 'Rude', reason: 'Unkind', term: null, status: 'open', isDeleted: false },
        room: { id: roomId, name: 'Cellar', isPrivate: true },
        author: { id: alice, name: 'Max' },
        by: { id: bob, name: 'Adam' },
        ...{ resolvedBy: null, resolvedAt: null },
      },
    ]);
    for (const { id } of [people.member, people.guestMember, people.stranger]) {
      expect(await codeOf(queue('open', id))).toBe('forbidden');
      expect(await codeOf(resolve((await firstOf()).id, 'dismiss', id))).toBe('forbidden');
    }
    const other = await openRoomPlace();
    const foreign = { spaceId: other.spaceId, reportId: (await firstOf()).id, action: 'dismiss' } as const;
    expect(await other.codeOf(other.ask(other.people.moderator.id, 'resolve-report', foreign))).toBe(
      'not_found',
    );
  });

  it('M3: are settled by deleting the message, all of it at once', async () => {
    const { codeOf, people, store } = place;
    const roomId = await place.room(alice, { isPrivate: true, members: [bob, people.guestMember.id] });
    const messageId = await place.write(roomId, alice, 'Rude');
    await report(bob, roomId, messageId);
    await report(people.guestMember.id, roomId, messageId);
    const { id } = await firstOf();
    const { report: settled } = await resolve(id, 'delete');
    expect(settled).toMatchObject({ status: 'deleted', isDeleted: true, resolvedBy: { id: mona } });
    expect((await store.chatLog.findMessages(roomId, [messageId]))[0]).toMatchObject({ content: '' });
    expect(await queue()).toEqual([]);
    expect((await queue('all')).map(({ status }) => status)).toEqual(['deleted', 'deleted']);
    expect(await codeOf(resolve(id, 'delete'))).toBe('conflict');
    expect(await codeOf(resolve(uuidv7(), 'delete'))).toBe('not_found');
  });

  it('M3: are settled by deleting also what its author deleted meanwhile', async () => {
    const { context } = place;
    const roomId = await place.room(alice);
    const messageId = await place.write(roomId, alice, 'Rude');
    await report(mona, roomId, messageId);
    const deletion = { kind: 'delete', roomId, messageId, userId: alice, clientId: uuidv7() } as const;
    await context.writer.write({ ...deletion, at: new Date().toISOString() });
    expect((await firstOf()).isDeleted).toBe(true);
    expect((await resolve((await firstOf()).id, 'delete')).report.status).toBe('deleted');
  });

  it('M3: are dismissed one by one', async () => {
    const { people } = place;
    const roomId = await place.room(alice, { members: [people.guestMember.id] });
    const messageId = await place.write(roomId, alice, 'Rude');
    await report(bob, roomId, messageId);
    await report(people.guestMember.id, roomId, messageId);
    await resolve((await firstOf()).id, 'dismiss');
    expect(await queue()).toHaveLength(1);
  });

  it('M2: are read in pages, with cursors of theirs only', async () => {
    const { ask, spaceId, codeOf } = place;
    const roomId = await place.room(alice);
    for (const content of ['One', 'Two', 'Three']) {
      await report(bob, roomId, await place.write(roomId, alice, content));
    }
    const page = (cursor?: string) =>
      ask(mona, 'list-reports', { spaceId, status: 'open', limit: 2, cursor });
    const first = await page();
    expect(first.items.map(({ content }) => content)).toEqual(['Three', 'Two']);
    const rest = await page(first.nextCursor ?? '');
    expect(rest).toMatchObject({ items: [{ content: 'One' }], nextCursor: null });
    expect(await codeOf(page('elsewhere'))).toBe('bad_request');
  });

  it('M7: are on record, with what became of them', async () => {
    const { audit } = place;
    const roomId = await place.room(alice, { name: 'Garden' });
    const messageId = await place.write(roomId, alice, 'Rude');
    await report(bob, roomId, messageId);
    await report(bob, roomId, messageId);
    const { id: reportId } = await firstOf();
    await resolve(reportId, 'delete');
    const about = { roomId, room: 'Garden', messageId };
    expect((await audit()).slice(1)).toEqual([
      { action: 'message.report', targetId: alice, detail: { ...about, reason: 'Unkind' } },
      { action: 'report.resolve', targetId: alice, detail: { ...about, reportId, action: 'delete' } },
      { action: 'message.delete', targetId: alice, detail: about },
    ]);
  });
});

describe('the list of words', () => {
  it('M4: is given by admins and seen by moderators', async () => {
    const { ask, codeOf, spaceId, audit } = place;
    const terms = [
      { term: 'Scam', action: 'review' as const },
      { term: 'SCAM', action: 'refuse' as const },
      { term: 'spam', action: 'review' as const },
      { term: 'spám', action: 'review' as const },
    ];
    expect(await codeOf(ask(mona, 'set-filters', { spaceId, terms }))).toBe('forbidden');
    const { terms: given } = await ask(bob, 'set-filters', { spaceId, terms });
    expect(given).toEqual([
      { term: 'SCAM', action: 'refuse' },
      { term: 'spam', action: 'review' },
    ]);
    expect((await ask(mona, 'read-filters', { spaceId })).terms).toEqual(given);
    expect(await codeOf(ask(alice, 'read-filters', { spaceId }))).toBe('forbidden');
    const empty = [{ term: '\u0301\u0301', action: 'refuse' as const }];
    expect(await codeOf(ask(bob, 'set-filters', { spaceId, terms: empty }))).toBe('bad_request');
    expect(await audit()).toEqual([{ action: 'chat.filters', targetId: null, detail: { terms: 2 } }]);
  });
});

describe('mutes', () => {
  const mute = (actorId: string, userId: string, forS: number | null = null) =>
    place.ask(actorId, 'mute-person', { spaceId: place.spaceId, userId, reason: 'Loud', forS });
  const unmute = (actorId: string, userId: string) =>
    place.ask(actorId, 'unmute-person', { spaceId: place.spaceId, userId });

  it('M5: are for those below only', async () => {
    const { people, codeOf } = place;
    for (const above of [people.owner.id, people.admin.id]) {
      expect(await codeOf(mute(mona, above))).toBe('forbidden');
    }
    expect(await codeOf(mute(mona, mona))).toBe('bad_request');
    expect(await codeOf(mute(mona, uuidv7()))).toBe('not_found');
    expect(await codeOf(mute(mona, people.operator.id))).toBe('forbidden');
    expect(await codeOf(mute(alice, people.guestMember.id))).toBe('forbidden');
    expect(await codeOf(mute(mona, alice))).toBe('done');
    expect(await codeOf(mute(bob, mona))).toBe('done');
    expect(await codeOf(unmute(mona, mona))).toBe('bad_request');
    expect(await codeOf(unmute(alice, alice))).toBe('forbidden');
    expect(await codeOf(unmute(bob, mona))).toBe('done');
    expect(await codeOf(unmute(bob, mona))).toBe('not_found');
  });

  it('M5: end what somebody may write, at once, until they end', async () => {
    const { clock, ask, spaceId, codeOf, audit } = place;
    const roomId = await place.room(alice);
    expect(await codeOf(ask(alice, 'may-upload', { roomId }))).toBe('done');
    const { mute: made } = await mute(mona, alice, 60);
    const until = new Date(clock.nowMs() + 60_000).toISOString();
    expect(made).toMatchObject({ person: { id: alice }, by: { id: mona }, reason: 'Loud', until });
    expect(await codeOf(ask(alice, 'may-upload', { roomId }))).toBe('muted');
    expect(await codeOf(ask(alice, 'get-room', { roomId }))).toBe('done');
    expect((await ask(mona, 'list-mutes', { spaceId })).mutes).toEqual([made]);
    expect(await codeOf(ask(alice, 'list-mutes', { spaceId }))).toBe('forbidden');
    clock.advance(60_000);
    expect(await codeOf(ask(alice, 'may-upload', { roomId }))).toBe('done');
    expect((await ask(mona, 'list-mutes', { spaceId })).mutes).toEqual([]);
    await mute(mona, alice);
    await unmute(mona, alice);
    expect((await audit()).slice(1)).toEqual([
      { action: 'chat.mute', targetId: alice, detail: { reason: 'Loud', until } },
      { action: 'chat.mute', targetId: alice, detail: { reason: 'Loud', until: null } },
      { action: 'chat.unmute', targetId: alice, detail: {} },
    ]);
  });
});

describe('figures', () => {
  const figures = (userId: string, timeZone = 'UTC') =>
    place.ask(userId, 'read-figures', { spaceId: place.spaceId, days: 7, timeZone });

  it('M6: name closed rooms to their members only, and leave direct ones out', async () => {
    const { clock, ask, spaceId, people } = place;
    const open = await place.room(alice, { name: 'Garden' });
    const closed = await place.room(alice, { name: 'Cellar', isPrivate: true, members: [people.owner.id] });
    const { room: direct } = await ask(alice, 'open-direct', { spaceId, userId: bob });
    for (const roomId of [open, open, closed, direct.id]) await place.write(roomId, alice);
    clock.advance(3_600_000);
    const seen = await figures(mona);
    expect(seen).toMatchObject({ messages: 3, activePeople: 1, people: [{ person: { id: alice } }] });
    expect(seen.perHour).toHaveLength(24);
    expect(seen.perHour[10]).toBe(3);
    expect(seen.rooms).toEqual([
      { id: open, name: 'Garden', messages: 2, people: 1 },
      { id: closed, name: '', messages: 1, people: 1 },
    ]);
    expect((await figures(people.owner.id)).rooms[1]).toMatchObject({ id: closed, name: 'Cellar' });
  });

  it('are for moderators, by time zones that there are', async () => {
    const { codeOf } = place;
    expect(await codeOf(figures(alice))).toBe('forbidden');
    for (const zone of ['Nowhere/Else', '+0100', '-01', 'UTC/../..', '']) {
      expect(await codeOf(figures(mona, zone))).toBe('bad_request');
    }
    expect(await codeOf(figures(mona, 'Europe/Berlin'))).toBe('done');
  });
});
