import type { RequestFailure } from '#lib/client/session/RequestError.ts';
import type { SessionEnding, SessionState } from '#lib/client/session/SessionState.ts';

export interface Ending {
  /** Keys of the sentences in the catalogue: the text, and with `Title` behind it the title. */
  readonly words:
    | 'connection.takenOver'
    | 'connection.left'
    | 'connection.abuse'
    | 'connection.protocol'
    | 'connection.refused'
    | 'connection.gone'
    | 'ended.banned'
    | 'ended.signedOut'
    | 'ended.closed'
    | 'ended.removed'
    | 'ended.archived'
    | 'ended.invitation'
    | 'ended.missing';
  readonly wayBack: 'take_back' | 'enter_again' | 'door' | 'sign_in' | 'reload' | 'none';
}

const byReason: Record<SessionEnding, Ending> = {
  taken_over: { words: 'connection.takenOver', wayBack: 'take_back' },
  left: { words: 'connection.left', wayBack: 'door' },
  removed: { words: 'ended.removed', wayBack: 'enter_again' },
  banned: { words: 'ended.banned', wayBack: 'none' },
  signed_out: { words: 'ended.signedOut', wayBack: 'sign_in' },
  space_closed: { words: 'ended.closed', wayBack: 'none' },
  server_shutdown: { words: 'connection.gone', wayBack: 'reload' },
  protocol: { words: 'connection.protocol', wayBack: 'reload' },
  reload_needed: { words: 'connection.protocol', wayBack: 'reload' },
  abuse: { words: 'connection.abuse', wayBack: 'reload' },
  refused: { words: 'connection.refused', wayBack: 'door' },
};

/** What a refused join says more exactly than that it was refused. */
const byRefusal: Partial<Record<RequestFailure, Ending>> = {
  banned: { words: 'ended.banned', wayBack: 'none' },
  space_archived: { words: 'ended.archived', wayBack: 'none' },
  invitation_required: { words: 'ended.invitation', wayBack: 'none' },
  not_found: { words: 'ended.missing', wayBack: 'none' },
};

export type EndedState = Extract<SessionState, { kind: 'ended' }>;

/** What is said and offered when a session has ended, by its reason. */
export function endingOf({ reason, code }: Pick<EndedState, 'reason' | 'code'>): Ending {
  const refusal = reason === 'refused' && code !== null ? byRefusal[code] : undefined;
  return refusal ?? byReason[reason];
}

/** Whether the door is where it goes on: a name or a password is missing there. */
export function belongsToDoor(state: SessionState): boolean {
  return state.kind === 'ended' && (state.code === 'unauthorized' || state.code === 'password_required');
}
