import { isAllowedInRoom } from '#lib/domain/chat/rooms.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { Access } from '../access/Access.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { RoomCalls } from '../calls/RoomCalls.ts';
import type { People } from '../people/People.ts';
import type { Broadcast } from '../ports.ts';
import type { Seating } from '../seating/Seating.ts';
import type { ChatSettings } from '../settings.ts';
import type { RecentRooms } from '../sync/RecentRooms.ts';
import type { RoomViews } from '../sync/RoomViews.ts';
import type { Audience, Seat } from './Audience.ts';
import type { OwnNews } from './Newsroom.ts';
import type { Streams } from './Streams.ts';

export interface CarryOutDeps {
  readonly access: Access;
  readonly audience: Audience;
  readonly broadcast: Broadcast;
  readonly bubbles: BubbleRooms;
  readonly calls: RoomCalls;
  readonly logger: Logger;
  readonly people: People;
  readonly recent: RecentRooms;
  readonly seating: Seating;
  readonly settings: ChatSettings;
  readonly streams: Streams;
  readonly views: RoomViews;
}

type News<Kind extends OwnNews['kind']> = Extract<OwnNews, { kind: Kind }>;

/** Carries news out on the connections of this process. Whatever takes something from somebody happens at once. */
export class CarryOut {
  readonly #deps: CarryOutDeps;
  /** Rooms whose members are about to get them anew; true: once more afterwards. */
  readonly #showing = new Map<string, boolean>();

  constructor(deps: CarryOutDeps) {
    this.#deps = deps;
  }

  apply(news: OwnNews): void {
    switch (news.kind) {
      case 'entries':
        this.#deps.recent.reach(news.roomId, news.entries.at(-1)?.seq ?? 0);
        this.#deps.streams.hear(news.roomId, news.entries);
        return;
      case 'stale':
        this.#stale(news);
        return;
      case 'room-changed':
        this.#show(news.roomId);
        return;
      case 'room-offered':
        this.#inBackground(this.#offer(news));
        return;
      case 'room-gone':
        this.#gone(news);
        return;
      case 'member-added':
        this.#added(news);
        return;
      case 'member-removed':
        this.#removed(news);
        return;
      case 'typing':
        this.#inBackground(this.#typing(news));
        return;
      case 'read':
        this.#read(news);
        return;
    }
  }

  #stale(news: News<'stale'>): void {
    const { access, audience, calls, people } = this.#deps;
    const { spaceId, roomId, userId } = news;
    access.drop(news);
    if (userId !== null && roomId === null) people.drop(userId);
    for (const seat of this.#concerned(news)) seat.changes += 1;
    if (roomId === null) {
      const seats = userId === null ? audience.inSpace(spaceId ?? '') : audience.ofUser(userId, spaceId);
      this.#inBackground(this.#deps.seating.review(seats));
    }
    if (roomId === null && userId !== null && spaceId !== null) {
      this.#inBackground(this.#showAllTo(userId, spaceId));
    }
    this.#inBackground(calls.review(news));
  }

  #concerned({ spaceId, roomId, userId }: News<'stale'>): Seat[] {
    const { audience } = this.#deps;
    if (userId !== null) return audience.ofUser(userId);
    if (roomId !== null) return audience.inRoom(roomId);
    return spaceId === null ? [] : audience.inSpace(spaceId);
  }

  /** Several changes in a row are shown once. */
  #show(roomId: string): void {
    const isUnderWay = this.#showing.has(roomId);
    this.#showing.set(roomId, isUnderWay);
    if (!isUnderWay) this.#inBackground(this.#showAgain(roomId));
  }

  async #showAgain(roomId: string): Promise<void> {
    try {
      do {
        this.#showing.set(roomId, false);
        const seats = this.#deps.audience.inRoom(roomId);
        for (const userId of new Set(seats.map(({ identity }) => identity.userId))) {
          await this.#showTo(roomId, userId);
        }
      } while (this.#showing.get(roomId) === true);
    } finally {
      this.#showing.delete(roomId);
    }
  }

  /** The rooms of a space anew to somebody who got or lost something in it, as their voice. */
  async #showAllTo(userId: string, spaceId: string): Promise<void> {
    const seats = this.#deps.audience.ofUser(userId, spaceId);
    const roomIds = new Set(seats.flatMap(({ rooms }) => [...rooms.keys()]));
    for (const roomId of roomIds) await this.#showTo(roomId, userId);
  }

  /** The room as somebody sees it, to all connections of theirs; `room-gone` when they see it no longer. */
  async #showTo(roomId: string, userId: string): Promise<void> {
    const { access, audience, views } = this.#deps;
    const standing = await access.standing(userId, roomId);
    const isReadable = standing !== null && isAllowedInRoom(standing.subject, 'read:room');
    const room = isReadable ? await views.of(roomId, userId) : null;
    const spaceId = standing?.room.spaceId ?? null;
    for (const { link } of audience.ofUser(userId, spaceId)) {
      if (room === null) link.send('room-gone', { roomId });
      else link.send('room-changed', { room });
    }
  }

  /** A room that could be joined, or no longer, to those of the space who are no members. */
  async #offer({ roomId, spaceId }: News<'room-offered'>): Promise<void> {
    const { audience, broadcast, views } = this.#deps;
    const { room, memberIds } = await views.offered(roomId);
    await Promise.all(audience.inSpace(spaceId).flatMap(({ review }) => review ?? []));
    // Who listens by now has become a member since the reading.
    const outside = audience
      .inSpace(spaceId)
      .filter((seat) => !memberIds.has(seat.identity.userId) && !seat.rooms.has(roomId));
    const links = outside.map(({ link }) => link);
    if (links.length === 0) return;
    if (room === null) broadcast(links, 'room-gone', { roomId });
    else broadcast(links, 'room-changed', { room });
  }

  #gone({ roomId, spaceId }: News<'room-gone'>): void {
    const { access, audience, broadcast, calls, recent, streams } = this.#deps;
    access.drop({ spaceId: null, roomId, userId: null });
    this.#inBackground(recent.drop(roomId));
    for (const seat of audience.inRoom(roomId)) streams.mute(seat, roomId);
    calls.lose(roomId, null);
    calls.forget(roomId);
    const links = audience.inSpace(spaceId).map(({ link }) => link);
    if (links.length > 0) broadcast(links, 'room-gone', { roomId });
  }

  #added({ roomId, spaceId, userId }: News<'member-added'>): void {
    const { access, audience, bubbles, streams } = this.#deps;
    access.drop({ spaceId: null, roomId, userId });
    // In a bubble that is what was said since they came; in a room, what was written before is read by whoever opens it.
    const since = bubbles.since(roomId, userId);
    for (const seat of audience.ofUser(userId, spaceId)) {
      seat.changes += 1;
      seat.left.delete(roomId);
      streams.listen(seat, roomId, since, since ?? 0);
    }
    this.#inBackground(this.#showTo(roomId, userId));
    this.#inBackground(this.#tellOthers('user-joined', roomId, userId));
  }

  #removed({ roomId, spaceId, userId }: News<'member-removed'>): void {
    const { access, audience, calls, streams } = this.#deps;
    access.drop({ spaceId: null, roomId, userId });
    for (const seat of audience.ofUser(userId, spaceId)) {
      seat.changes += 1;
      streams.mute(seat, roomId);
    }
    calls.lose(roomId, userId);
    this.#inBackground(this.#showTo(roomId, userId));
    this.#inBackground(this.#tellOthers('user-left', roomId, userId));
  }

  async #tellOthers(event: 'user-joined' | 'user-left', roomId: string, userId: string): Promise<void> {
    const { audience, broadcast, people, views } = this.#deps;
    const [{ name: username }, memberCount] = await Promise.all([
      people.view(userId),
      views.memberCount(roomId),
    ]);
    const links = others(audience.inRoom(roomId), userId).map(({ link }) => link);
    if (links.length > 0) broadcast(links, event, { roomId, userId, username, memberCount });
  }

  async #typing({ roomId, person, isTyping }: News<'typing'>): Promise<void> {
    const { access, audience, broadcast } = this.#deps;
    const separated = await access.separatedFrom(person.id);
    const links = others(audience.inRoom(roomId), person.id)
      .filter(({ identity }) => !separated.has(identity.userId))
      .map(({ link }) => link);
    const event = isTyping ? 'typing' : 'stop-typing';
    if (links.length > 0) broadcast(links, event, { roomId, userId: person.id, username: person.name });
  }

  #read({ roomId, userId, seq, isForOthers }: News<'read'>): void {
    const { audience, broadcast } = this.#deps;
    const seats = audience.inRoom(roomId).filter(({ identity }) => isForOthers || identity.userId === userId);
    const links = seats.map(({ link }) => link);
    if (links.length > 0) broadcast(links, 'read-state', { roomId, userId, seq });
  }

  #inBackground(task: Promise<unknown>): void {
    task.catch((error: unknown) => this.#deps.logger.warn({ error }, 'news could not be carried out'));
  }
}

const others = (seats: readonly Seat[], userId: string): Seat[] =>
  seats.filter(({ identity }) => identity.userId !== userId);
