import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { newMessage } from '../../persistence/testing/seedChat.ts';
import { openRoomPlace, type RoomPlace } from '../testing/roomPlace.ts';

let place: RoomPlace;
let alice: string;
let bob: string;
beforeEach(async () => {
  place = await openRoomPlace();
  [alice, bob] = [place.people.member.id, place.people.admin.id];
});

const upload = async (userId: string, roomId: string) => {
  const id = uuidv7();
  const bytes = { storageKey: id.replaceAll('-', '').repeat(2), sizeBytes: 9, type: 'text/plain' };
  const shape = { width: null, height: null, durationMs: null };
  return (await place.ask(userId, 'add-file', { id, roomId, name: 'notes.txt', ...bytes, ...shape })).file;
};
const find = (userId: string, fileId: string) => place.codeOf(place.ask(userId, 'find-file', { fileId }));
const write = (draft: Parameters<RoomPlace['context']['writer']['write']>[0]) =>
  place.context.writer.write(draft);

describe('files', () => {
  it('R17: are their uploader’s until they are sent, then the room’s, and nobody’s once deleted', async () => {
    const { people, ask } = place;
    const roomId = await place.room(alice, { isPrivate: true, members: [bob] });
    const file = await upload(alice, roomId);
    expect(Object.keys(file)).not.toContain('storageKey');
    expect(await find(alice, file.id)).toBe('done');
    expect(await find(bob, file.id)).toBe('not_found');
    const message = newMessage(roomId, alice, { type: 'file', fileId: file.id });
    await write(message);
    expect(await find(bob, file.id)).toBe('done');
    expect((await ask(bob, 'find-file', { fileId: file.id })).file).toEqual(file);
    expect(await find(people.owner.id, file.id)).toBe('not_found');
    expect(await find(bob, uuidv7())).toBe('not_found');
    const by = { roomId, userId: alice, clientId: uuidv7(), at: message.at };
    await write({ ...by, kind: 'delete', messageId: message.id });
    for (const userId of [alice, bob]) expect(await find(userId, file.id)).toBe('not_found');
  });

  it('R17: are lost to who was taken out of the room, the uploader too', async () => {
    const roomId = await place.room(alice, { isPrivate: true, members: [bob] });
    const [sent, unsent] = [await upload(bob, roomId), await upload(bob, roomId)];
    await write(newMessage(roomId, bob, { type: 'file', fileId: sent.id }));
    await place.ask(alice, 'remove-room-member', { roomId, userId: bob });
    for (const { id } of [sent, unsent]) expect(await find(bob, id)).toBe('not_found');
    expect(await find(alice, sent.id)).toBe('done');
  });

  it('R17: are not shown across a block', async () => {
    const roomId = await place.room(alice, { members: [bob] });
    const file = await upload(alice, roomId);
    await write(newMessage(roomId, alice, { type: 'file', fileId: file.id }));
    await place.store.blocks.put({ userId: alice, blockedId: bob, createdAt: new Date().toISOString() });
    await place.context.telling.stale({ userId: alice });
    expect(await find(bob, file.id)).toBe('not_found');
  });

  it('R18: come from who may write, asked before and after', async () => {
    const { people, ask, codeOf, spaceId } = place;
    const roomId = await place.room(alice);
    expect(await codeOf(ask(bob, 'may-upload', { roomId }))).toBe('forbidden');
    expect(await codeOf(upload(bob, roomId))).toBe('forbidden');
    expect(await codeOf(ask(alice, 'may-upload', { roomId }))).toBe('done');
    await ask(people.moderator.id, 'mute-person', { spaceId, userId: alice, reason: '', forS: null });
    expect(await codeOf(upload(alice, roomId))).toBe('muted');
  });
});
