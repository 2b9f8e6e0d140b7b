import { type ErrorCode, errorCodes, RefusedError } from '#lib/protocol/errors.ts';
import { problemSchema } from '#lib/protocol/rest/problem.ts';
import {
  applyReplySchema,
  controlPaths,
  participantsReplySchema,
  presenceReplySchema,
} from './controlMessages.ts';
import type { ControlPort } from './ports.ts';
import { createSignedPost, type SignedPostOptions } from './signedPost.ts';

/** A page waits for the answer, so it is not waited for long, in ms. */
const timeoutMs = 3_000;

/** What the live part refuses for a reason of its own, and whoever asked is to be told; anything else is trouble between servers. */
const passedOn: readonly ErrorCode[] = ['not_found', 'blocked_tile', 'conflict', 'forbidden'];

/** Asks the realtime server by signed HTTP. Throws `RefusedError`: what that refused, `unavailable` when it does not answer. */
export function createHttpControlPort(options: Omit<SignedPostOptions, 'timeoutMs'>): ControlPort {
  const post = createSignedPost({ ...options, timeoutMs }, refusalOf);
  return {
    presence: (spaceIds, limit) => post(controlPaths.presence, { spaceIds, limit }, presenceReplySchema),
    participants: (spaceId) => post(controlPaths.participants, { spaceId }, participantsReplySchema),
    apply: (command) => post(controlPaths.apply, command, applyReplySchema),
  };
}

async function refusalOf(response: Response): Promise<Error> {
  const problem = problemSchema.safeParse(await response.json());
  const code = errorCodes.find((known) => problem.success && problem.data.code === known);
  if (code !== undefined && passedOn.includes(code)) {
    return new RefusedError(code, problem.data?.detail ?? 'refused');
  }
  return new Error(`it answered with status ${response.status}`);
}
