import type { RefusalReason } from './deviceState.ts';

/** The names `getUserMedia` rejects with (W3C mediacapture-streams, section 10.2), older spellings of browsers included. */
const reasonByName: ReadonlyMap<string, RefusalReason> = new Map([
  ['NotAllowedError', 'denied'],
  ['PermissionDeniedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'missing'],
  ['DevicesNotFoundError', 'missing'],
  ['NotReadableError', 'busy'],
  ['TrackStartError', 'busy'],
  ['AbortError', 'busy'],
  ['OverconstrainedError', 'overconstrained'],
  ['ConstraintNotSatisfiedError', 'overconstrained'],
]);

/** Says in our terms why a device was not given. Pure. */
export function refusalOf(error: unknown): RefusalReason {
  const name = isNamedError(error) ? error.name : '';
  return reasonByName.get(name) ?? 'unknown';
}

/** Whether something thrown has a name. `OverconstrainedError` is no `Error` in every browser. */
export function isNamedError(error: unknown): error is { name: string } {
  return typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string';
}
