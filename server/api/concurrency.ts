import { createHash } from 'node:crypto';
import { RefusedError } from '#lib/protocol/errors.ts';

const digestOf = (body: string): string => createHash('sha256').update(body).digest('base64url').slice(0, 12);

/**
 * The tag of an answer: the resource's version, for `If-Match`, and a digest of what was said about it, for
 * `If-None-Match`, because an answer also holds what has no version (who is inside).
 */
export const tagOf = (version: number | undefined, body: string): string =>
  `"${version ?? 0}.${digestOf(body)}"`;

/** Whether `If-None-Match` names this tag: the caller has the same answer already. */
export function isKnown(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  const named = ifNoneMatch.split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  return named.includes(tag) || named.includes('*');
}

/**
 * The version that `If-Match` demands; `null` for `*`, any version.
 *
 * Throws `RefusedError`: `precondition_required` without the header, `precondition_failed` for a tag that is not ours.
 */
export function demandedVersion(ifMatch: string | null): number | null {
  if (ifMatch === null) {
    throw new RefusedError(
      'precondition_required',
      'Send the ETag of the version you edit as If-Match, so that nobody’s change is lost.',
    );
  }
  if (ifMatch.trim() === '*') return null;
  const version = /^"(\d{1,9})\.[\w-]{12}"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new RefusedError('precondition_failed', 'If-Match names no tag of ours.');
  return Number(version);
}
