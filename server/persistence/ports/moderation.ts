import type { Page, PageQuery } from './page.ts';

export interface Ban {
  id: string;
  spaceId: string;
  userId: string;
  reason: string;
  createdBy: string | null;
  createdAt: string;
  expiresAt: string | null;
}

export interface BanRepository {
  /** Puts a ban in force; an earlier one of the same person is replaced. */
  put(ban: Ban): Promise<void>;
  /** The ban in force at `now`, or null. */
  find(spaceId: string, userId: string, now: string): Promise<Ban | null>;
  /** One ban of this space by its id, while it is in force. */
  findById(spaceId: string, id: string, now: string): Promise<Ban | null>;
  /** Lifts a ban. Null when there is none in force. */
  lift(spaceId: string, id: string, now: string): Promise<Ban | null>;
  /** Those in force, newest first. The key is the id. */
  list(spaceId: string, now: string, page: PageQuery): Promise<Page<Ban>>;
}

/** What the audit log calls what happened. */
export type AuditAction =
  | 'space.create'
  | 'space.edit'
  | 'space.duplicate'
  | 'space.archive'
  | 'space.unarchive'
  | 'space.delete'
  | 'space.restore'
  | 'space.lock'
  | 'space.unlock'
  | 'space.announce'
  | 'space.join'
  | 'space.leave'
  | 'member.add'
  | 'member.role'
  | 'member.remove'
  | 'member.leave'
  | 'invitation.create'
  | 'invitation.revoke'
  | 'participant.mute'
  | 'participant.move'
  | 'participant.remove'
  | 'participant.ban'
  | 'ban.lift'
  | 'chatroom.create'
  | 'chatroom.edit'
  | 'chatroom.delete'
  | 'chatroom.member'
  | 'chatroom.kick'
  | 'message.delete'
  | 'message.report'
  | 'report.resolve'
  | 'chat.filters'
  | 'chat.mute'
  | 'chat.unmute';

export interface AuditEntry {
  /** UUIDv7: its order is the order of time. */
  id: string;
  spaceId: string;
  at: string;
  action: AuditAction;
  actorId: string | null;
  targetId: string | null;
  detail: Record<string, unknown>;
}

export interface AuditRepository {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. The key is the id. */
  list(spaceId: string, page: PageQuery, action: string | null): Promise<Page<AuditEntry>>;
  /** Retention: forgets what is older. Returns how many. */
  prune(before: string): Promise<number>;
}

export interface Block {
  userId: string;
  blockedId: string;
  createdAt: string;
}

export interface BlockRepository {
  /** Blocking twice changes nothing. */
  put(block: Block): Promise<void>;
  remove(userId: string, blockedId: string): Promise<boolean>;
  /** Whom somebody blocks, newest first; the key is opaque. */
  list(userId: string, page: PageQuery): Promise<Page<Block>>;
  /** Everybody whom this person blocks or who blocks them. */
  partiesOf(userId: string): Promise<string[]>;
  /** The same for many people in one question; who has nobody is missing. */
  partiesOfMany(userIds: string[]): Promise<Map<string, string[]>>;
}

/** The first answer to a request that may be repeated. */
export interface KeptAnswer {
  status: number;
  body: unknown;
}

export interface IdempotencyRepository {
  /**
   * Claims a key. `new`: the caller goes on, and then keeps the answer or gives the key back. `kept`: it was answered
   * before. `busy`: another caller is at it. `mismatch`: the key belongs to another request.
   *
   * A key is free again once its answer is a day old, and after a minute without one: then whoever claimed it is gone.
   */
  claim(
    key: { actorId: string; key: string; operation: string; requestHash: string },
    now: string,
  ): Promise<
    { state: 'new' } | { state: 'kept'; answer: KeptAnswer } | { state: 'busy' } | { state: 'mismatch' }
  >;
  keep(key: { actorId: string; key: string }, answer: KeptAnswer): Promise<void>;
  giveBack(key: { actorId: string; key: string }): Promise<void>;
  /** Forgets keys claimed before this instant. */
  prune(before: string): Promise<void>;
}
