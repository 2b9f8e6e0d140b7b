import { v7 as uuidv7 } from 'uuid';
import type { RoomPermission } from '#lib/domain/chat/rooms.ts';
import type { Draft } from '../../persistence/ports.ts';
import type { ChatWriter, RoomStanding } from '../context.ts';
import { type MessageDeps, nowOf } from './deps.ts';

type Written = Awaited<ReturnType<ChatWriter['write']>>;
type Unstamped<D> = D extends unknown ? Omit<D, 'roomId' | 'userId' | 'clientId' | 'at'> : never;

export interface Act {
  readonly userId: string;
  readonly roomId: string;
  /** Without one of the sender's own a retry cannot be recognised. */
  readonly clientId: string | undefined;
  readonly permission: RoomPermission;
  /** What a second try has in common with the first one. */
  readonly isAbout: string;
  /** Judges further and says what is to be written. Throws `RefusedError`. */
  readonly draft: (standing: RoomStanding, clientId: string) => Promise<Unstamped<Draft>>;
}

/**
 * Writes into a room what somebody may write. The answer to a second try comes first: what was stored once is
 * acknowledged, whatever rights and limits say by then.
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
  const standing = await deps.access.require(userId, roomId, permission);
  deps.limits.take(userId, roomId);
  const draft = await wanted.draft(standing, clientId);
  return await deps.context.writer.write({ ...draft, userId, roomId, clientId, at: nowOf(deps) });
}

/** The number of what was written, or of the room's latest entry where nothing had to be. */
export const seqOf = (written: Written): number => (written.entry === null ? written.seq : written.entry.seq);
