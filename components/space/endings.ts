import type { SessionEnding } from '#lib/client/session/SessionState.ts';

interface Ending {
  /** Key of the sentences in the catalogue. */
  readonly words: 'takenOver' | 'left' | 'removed' | 'abuse' | 'protocol' | 'refused' | 'gone';
  readonly wayBack: 'take_back' | 'door' | 'reload' | 'none';
}

/** What is said and offered when a session has ended, by its reason. */
export const endingOf: Record<SessionEnding, Ending> = {
  taken_over: { words: 'takenOver', wayBack: 'take_back' },
  left: { words: 'left', wayBack: 'door' },
  removed: { words: 'removed', wayBack: 'none' },
  server_shutdown: { words: 'gone', wayBack: 'reload' },
  protocol: { words: 'protocol', wayBack: 'reload' },
  reload_needed: { words: 'protocol', wayBack: 'reload' },
  abuse: { words: 'abuse', wayBack: 'reload' },
  refused: { words: 'refused', wayBack: 'door' },
};
