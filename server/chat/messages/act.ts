import { v7 as uuidv7 } from 'uuid';
import type { RoomPermission } from '#lib/domain/chat/rooms.ts';
import { type ErrorCode, RefusedError } from '#lib/protocol/errors.ts';
import type { Draft, StoredEntry } from '../../persistence/ports.ts';
import type { RoomStanding } from '../context.ts';
import { logOf, type MessageDeps, nowOf } from './deps.ts';

/** What became of an act: the entry that was written now (`isNew`) or before, or that nothing had to be. */
export type Written =
  | { readonly isNew: boolean; readonly entry: StoredEntry }
  | { readonly isNew: false; readonly entry: null; readonly seq: number };
type Unstamped<D> = D extends unknown ? Omit<D, 'roomId' | 'userId' | 'clientId' | 'at'> : never;

export interface Act {
  readonly userId: string;
  readonly roomId: string;
  /** Without one of the sender's own a retry cannot be recognised. */
  readonly clientId: string | undefined;
  readonly permission: RoomPermission;
  /** What a second try has in common with the first one, as `aboutOf` says it of an entry. */
  readonly isAbout: string;
  /** Judges further and says what is to be written. Throws `RefusedError`. */
  readonly draft: (standing: RoomStanding, clientId: string) => Promise<Unstamped<Draft>>;
}

/** Refusals that say nothing of what was stored before. One that passes with time lets the next try through to the log. */
const standingRefusals: ReadonlySet<ErrorCode> = new Set(['muted', 'filtered', 'forbidden']);

/**
 * Writes into a room what somebody may write. What was stored once is acknowledged, whatever rights and limits say by
 * then: from memory, or from the log where another process or an earlier life of this one wrote it.
 */
export async function act(deps: MessageDeps, wanted: Act): Promise<Written> {
  const { userId, roomId, isAbout } = wanted;
  const clientId = wanted.clientId ?? uuidv7();
  const key = { userId, roomId, clientId };
  const known = deps.acts.find(key, isAbout);
  if (known !== null) return await known;
  const written = carryOut(deps, wanted, clientId);
  deps.acts.keep(key, isAbout, written);
  return await written;
}

async function carryOut(deps: MessageDeps, wanted: Act, clientId: string): Promise<Written> {
  const { userId, roomId, permission } = wanted;
  try {
    const standing = await deps.access.require(userId, roomId, permission);
    deps.limits.take(userId, roomId);
    const draft = await wanted.draft(standing, clientId);
    return await deps.context.writer.write({ ...draft, userId, roomId, clientId, at: nowOf(deps) });
  } catch (error) {
    const entry = await storedBefore(deps, wanted, error);
    if (entry === null) throw error;
    return { isNew: false, entry };
  }
}

/** What the refused act had written at an earlier try; `null`: nothing, or nothing of the same kind. */
async function storedBefore(deps: MessageDeps, wanted: Act, refusal: unknown): Promise<StoredEntry | null> {
  const { userId, roomId, clientId, isAbout } = wanted;
  if (!(refusal instanceof RefusedError) || !standingRefusals.has(refusal.code)) return null;
  if (clientId === undefined) return null;
  const entry = await logOf(deps, roomId).findSent({ roomId, userId, clientId });
  return entry !== null && aboutOf(entry) === isAbout ? entry : null;
}

/** What an entry is about, in the words of `Act.isAbout`. */
function aboutOf(entry: StoredEntry): string {
  switch (entry.kind) {
    case 'message':
      return 'message';
    case 'edit':
    case 'delete':
      return `${entry.kind} ${entry.messageId}`;
    case 'react':
      return `react ${entry.messageId} ${entry.emoji} ${entry.isOn}`;
    case 'pin':
      return `pin ${entry.messageId} ${entry.isOn}`;
  }
}

/** The number of what was written, or of the room's latest entry where nothing had to be. */
export const seqOf = (written: Written): number => (written.entry === null ? written.seq : written.entry.seq);
