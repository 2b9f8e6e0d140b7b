import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { type ChatHarness, type Chatter, heard, startChat } from '../testing/chatHarness.ts';

let harness: ChatHarness;
beforeEach(async () => {
  harness = await startChat();
});
afterEach(() => harness.close());

const send = (userId: string, roomId: string, message: string) =>
  harness.ask('send-message', userId, { roomId, message });
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof RefusedError) return error.code;
    throw error;
  }
};
const goneFor = ({ link }: Chatter): string[] => link.of('room-gone').map(({ roomId }) => roomId);
/** What somebody was told last of their voice in a room. */
const isMutedIn = ({ link }: Chatter, roomId: string): boolean | undefined =>
  link
    .of('room-changed')
    .map(({ room }) => room)
    .findLast(({ id }) => id === roomId)?.isMuted;

describe('acts in a chat with connections', () => {
  it('R15: who is taken out of a private room hears of it, and nothing that is written afterwards', async () => {
    const { people, ask, connect, space } = harness;
    const [owner, member] = [people.owner.id, people.member.id];
    const made = { spaceId: space.id, name: 'Cellar', isPrivate: true };
    const { room } = await ask('create-room', owner, made);
    const roomId = room.id;
    const [olga, max] = [await connect(owner), await connect(member)];
    await ask('set-room-member', owner, { roomId, userId: member, role: 'member' });
    await send(owner, roomId, 'Welcome');
    await vi.waitFor(() => expect(heard(max, roomId)).toHaveLength(1));
    await ask('remove-room-member', owner, { roomId, userId: member });
    await vi.waitFor(() => expect(goneFor(max)).toEqual([roomId]));
    await send(owner, roomId, 'They are gone');
    await vi.waitFor(() => expect(heard(olga, roomId)).toHaveLength(2));
    expect(heard(max, roomId)).toHaveLength(1);
    expect(await codeOf(ask('replay', member, { roomId, afterSeq: 0 }))).toBe('not_found');
    expect(await codeOf(ask('get-room', member, { roomId }))).toBe('not_found');
  });

  it('R9: a deleted room is gone for everybody at once', async () => {
    const { people, ask, connect, room } = harness;
    const roomId = await room([people.owner.id, people.member.id]);
    const max = await connect(people.member.id);
    await ask('delete-room', people.owner.id, { roomId });
    await vi.waitFor(() => expect(goneFor(max)).toEqual([roomId]));
    expect(await codeOf(send(people.member.id, roomId, 'Anybody here?'))).toBe('not_found');
  });

  it('M5: a mute takes the voice at once and leaves the ear; lifting it gives it back', async () => {
    const { people, ask, connect, room, space } = harness;
    const [owner, member, moderator] = [people.owner.id, people.member.id, people.moderator.id];
    const roomId = await room([owner, member]);
    const max = await connect(member);
    await send(member, roomId, 'Me');
    const spaceId = space.id;
    await ask('mute-person', moderator, { spaceId, userId: member });
    await vi.waitFor(() => expect(isMutedIn(max, roomId)).toBe(true));
    expect(await codeOf(send(member, roomId, 'Me again'))).toBe('muted');
    const { room: seenByOwner } = await ask('get-room', owner, { roomId });
    expect(seenByOwner.isMuted).toBe(false);
    await send(owner, roomId, 'Listen');
    await vi.waitFor(() => expect(heard(max, roomId)).toHaveLength(2));
    await ask('unmute-person', moderator, { spaceId, userId: member });
    await vi.waitFor(() => expect(isMutedIn(max, roomId)).toBe(false));
    expect(await codeOf(send(member, roomId, 'Thanks'))).toBe('done');
  });

  it('M4: the list of words holds at once, and what it has looked at is in the queue', async () => {
    const { people, ask, room, space } = harness;
    const [owner, member, admin] = [people.owner.id, people.member.id, people.admin.id];
    const roomId = await room([owner, member]);
    const spaceId = space.id;
    expect(await codeOf(send(member, roomId, 'A scam'))).toBe('done');
    const terms = [
      { term: 'scam', action: 'refuse' },
      { term: 'crypto', action: 'review' },
    ];
    await ask('set-filters', admin, { spaceId, terms });
    expect(await codeOf(send(member, roomId, 'A s\u0441am, no: a SC\u0410M'))).toBe('filtered');
    expect(await codeOf(send(member, roomId, 'Crypto talk'))).toBe('done');
    const { items } = await ask('list-reports', people.moderator.id, { spaceId });
    expect(items).toMatchObject([
      { by: null, term: 'crypto', content: 'Crypto talk', author: { id: member } },
    ]);
  });

  it('M3: a message that is deleted by settling its report is a tombstone for everybody', async () => {
    const { people, ask, connect, room, space } = harness;
    const [owner, member, moderator] = [people.owner.id, people.member.id, people.moderator.id];
    const roomId = await room([owner, member]);
    const olga = await connect(owner);
    const { id: messageId } = await send(member, roomId, 'Rude');
    await ask('report-message', owner, { roomId, messageId, reason: 'Unkind' });
    const { items } = await ask('list-reports', moderator, { spaceId: space.id });
    const reportId = items[0]?.id;
    await ask('resolve-report', moderator, { spaceId: space.id, reportId, action: 'delete' });
    await vi.waitFor(() =>
      expect(heard(olga, roomId).map(({ kind }) => kind)).toEqual(['message', 'delete']),
    );
    const { messages } = await ask('read-history', owner, { roomId });
    expect(messages).toMatchObject([{ id: messageId, content: '' }]);
    expect(messages[0]?.deletedAt).not.toBeNull();
  });

  it('R2: everybody who connects is in the default room and hears it', async () => {
    const { people, ask, connect, space } = harness;
    const olga = await connect(people.owner.id);
    const gina = await connect(people.guestMember.id);
    const { rooms } = await ask('list-rooms', people.owner.id, { spaceId: space.id });
    const general = rooms.find(({ isDefault }) => isDefault);
    expect(general).toMatchObject({ name: 'General', memberCount: 2 });
    const roomId = general?.id ?? '';
    await send(people.guestMember.id, roomId, 'Hello all');
    for (const chatter of [olga, gina]) {
      await vi.waitFor(() => expect(heard(chatter, roomId)).toHaveLength(1));
    }
  });
});
