import type { PersonView } from '#lib/protocol/rest/common.ts';

/** Remembers which tickets were used, until they would have expired anyway. */
export interface TicketLedger {
  /** True for the first caller with this id, false for every later one. `expiresAtMs` is Unix time in ms. */
  claim(ticketId: string, expiresAtMs: number): Promise<boolean>;
}

/**
 * What the web part tells the live one. Those ending in `changed` say no more than that something is to be read again:
 * a lost or a repeated one leaves nothing wrong that the next reading does not mend.
 */
export type ControlCommand =
  /** Membership, ban or operator's right of a person in a space: they get their new role or leave. */
  | { kind: 'standing-changed'; spaceId: string; userId: string }
  /** Settings, lock, archive, deletion: who may no longer be inside leaves. */
  | { kind: 'space-changed'; spaceId: string }
  /** Name, character, status of a person, in every space. */
  | { kind: 'person-changed'; userId: string }
  /** Whom this person blocks. */
  | { kind: 'blocks-changed'; userId: string }
  /** A login (or all of them), or an API token, has ended: its sessions leave. */
  | { kind: 'signed-out'; userId: string; loginId: string | null; exceptLoginId: string | null }
  | { kind: 'token-revoked'; userId: string; tokenId: string }
  | { kind: 'mute'; spaceId: string; userId: string; by: PersonView }
  | { kind: 'move'; spaceId: string; userId: string; x: number; y: number; by: PersonView }
  | { kind: 'remove'; spaceId: string; userId: string; by: PersonView }
  | { kind: 'announce'; spaceId: string; id: string; text: string; by: PersonView };

/** Who is inside a space. */
export interface LivePresence {
  count: number;
  people: PersonView[];
}

export interface LiveParticipant {
  person: PersonView;
  role: 'guest' | 'member' | 'moderator' | 'admin' | 'owner';
  x: number;
  y: number;
  isInCall: boolean;
}

/** Effects of the web part on live people, and its questions about them. Throws `RefusedError`. */
export interface ControlPort {
  /** Who is in each of these spaces now; at most `limit` people are named a space. Every id asked for is answered. */
  presence(spaceIds: string[], limit: number): Promise<Record<string, LivePresence>>;
  /** Everybody inside, the resident left out. */
  participants(spaceId: string): Promise<LiveParticipant[]>;
  /**
   * Carries a command out and says how many sessions it reached. `mute`, `move` and `remove` throw `not_found` when the
   * person is not inside, `move` also `blocked_tile`.
   */
  apply(command: ControlCommand): Promise<{ reached: number }>;
}
