import { RefusedError } from '#lib/protocol/errors.ts';

/** The answer to a request whose asker went, or whose room was lost, while it was under way. */
export function leftMeanwhile(): RefusedError {
  return new RefusedError('not_in_call', 'the room was left or lost meanwhile');
}
