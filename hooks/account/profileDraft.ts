import type * as z from 'zod/mini';
import { usernameSchema } from '#lib/protocol/common.ts';
import { lineSchema } from '#lib/protocol/rest/common.ts';
import type { meRoutes, Profile } from '#lib/protocol/rest/me.ts';
import type { Problems } from '../forms/fields.ts';

/** The fields of the profile's form, in the shape in which they are edited: nothing written is the empty string. */
export interface ProfileDraft {
  readonly name: string;
  readonly cast: string;
  readonly status: string;
  readonly availability: Profile['availability'];
  readonly pronouns: string;
  /** Null: like the browser. */
  readonly language: Profile['language'];
  /** Null: like the browser. */
  readonly timeZone: string | null;
}

export type DraftField = keyof ProfileDraft;

/** What is sent: the changed fields and no others, so that two edits of different fields do not meet. */
export type ProfilePatch = z.input<(typeof meRoutes.updateMe)['body']>;

/** Most characters, as the server takes them. */
export const statusLengthMost = 80;
export const pronounsLengthMost = 30;
export const nameLengthMost = 40;

const fields: readonly DraftField[] = [
  'name',
  'cast',
  'status',
  'availability',
  'pronouns',
  'language',
  'timeZone',
];

export function draftOf(profile: Profile): ProfileDraft {
  const { name, cast, status, availability, pronouns, language, timeZone } = profile;
  return { name, cast, status: status ?? '', availability, pronouns: pronouns ?? '', language, timeZone };
}

/** Fields that differ, in their order. */
export const changedFields = (from: ProfileDraft, to: ProfileDraft): DraftField[] =>
  fields.filter((field) => from[field] !== to[field]);

/** The change that makes `mine` of `base`. */
export function patchOf(base: ProfileDraft, mine: ProfileDraft): ProfilePatch {
  const sent: ProfilePatch = {
    name: mine.name.trim(),
    cast: mine.cast as ProfilePatch['cast'],
    status: mine.status.trim() || null,
    availability: mine.availability,
    pronouns: mine.pronouns.trim() || null,
    language: mine.language,
    timeZone: mine.timeZone,
  };
  const changed = changedFields(base, mine);
  return Object.fromEntries(changed.map((field) => [field, sent[field]]));
}

/** Two edits of the same profile, laid over each other. */
export interface Rebased {
  /** Theirs, with everything that I changed as I wrote it. */
  readonly draft: ProfileDraft;
  /** Fields that both changed, and not to the same: somebody has to choose. */
  readonly contested: readonly DraftField[];
}

/** Lays my edit (`base` to `mine`) over what stands there now. */
export function rebase(base: ProfileDraft, mine: ProfileDraft, theirs: ProfileDraft): Rebased {
  const own = changedFields(base, mine);
  const draft = { ...theirs, ...Object.fromEntries(own.map((field) => [field, mine[field]])) };
  const contested = own.filter((field) => theirs[field] !== base[field] && theirs[field] !== mine[field]);
  return { draft, contested };
}

const lines = { status: lineSchema(statusLengthMost), pronouns: lineSchema(pronounsLengthMost) };

/** What the server would refuse. */
export function problemsOfDraft(draft: ProfileDraft): Problems<'name' | 'status' | 'pronouns'> {
  const isNamed = draft.name.trim() !== '';
  return {
    ...(!isNamed && { name: 'nameMissing' }),
    ...(isNamed && !usernameSchema.safeParse(draft.name).success && { name: 'nameRefused' }),
    ...(!lines.status.safeParse(draft.status).success && { status: 'lineRefused' }),
    ...(!lines.pronouns.safeParse(draft.pronouns).success && { pronouns: 'lineRefused' }),
  };
}
