import type { RestError } from '#lib/client/rest/RestError.ts';
import type { Visibility } from '#lib/domain/access/standing.ts';
import { capacityMost } from '#lib/protocol/rest/spaces.ts';
import { isSlug } from './slug.ts';

/** Most signs of the texts of a space, as its schema has them. */
export const textMost = { name: 60, description: 200, welcomeText: 1_000, password: 200 } as const;

/** A space as somebody writes it into a form. */
export interface SpaceDraft {
  readonly name: string;
  readonly slug: string;
  readonly visibility: Visibility;
  readonly password: string;
  /** As it is typed. */
  readonly capacity: string;
}

export type DraftField = 'name' | 'slug' | 'password' | 'capacity';

/** What can be wrong with a field: a key of the messages `newSpace`. */
export type DraftProblem = 'nameMissing' | 'addressBad' | 'addressTaken' | 'passwordMissing' | 'capacityBad';

export type DraftProblems = Readonly<Partial<Record<DraftField, DraftProblem>>>;

interface DraftDemands {
  /** An empty address is made from the name by the server. */
  readonly maySlugBeEmpty?: boolean;
  /** A space that has a password already may keep it. */
  readonly mayPasswordBeEmpty?: boolean;
}

/** The number that was typed, or null where it is no number of people that a space can hold. */
export function capacityFrom(typed: string): number | null {
  const capacity = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return capacity >= 1 && capacity <= capacityMost ? capacity : null;
}

/** Everything that is wrong with what was written, so that it is said at once. */
export function problemsOfDraft(draft: SpaceDraft, demands: DraftDemands = {}): DraftProblems {
  const isSlugEmpty = draft.slug === '' && demands.maySlugBeEmpty === true;
  const needsPassword = draft.visibility === 'password' && demands.mayPasswordBeEmpty !== true;
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' }),
    ...(!isSlugEmpty && !isSlug(draft.slug) && { slug: 'addressBad' }),
    ...(needsPassword && draft.password === '' && { password: 'passwordMissing' }),
    ...(capacityFrom(draft.capacity) === null && { capacity: 'capacityBad' }),
  };
}

const problemOfField: Record<DraftField, DraftProblem> = {
  name: 'nameMissing',
  slug: 'addressBad',
  password: 'passwordMissing',
  capacity: 'capacityBad',
};

/** Which field a refusal of the server belongs to; empty when it concerns the form as a whole. */
export function problemsOfSpaceRefusal(error: Pick<RestError, 'code' | 'path'>): DraftProblems {
  const named = error.path?.slice(error.path.lastIndexOf('.') + 1);
  if (error.code === 'conflict' && (named === 'slug' || named === undefined)) return { slug: 'addressTaken' };
  if (error.code !== 'bad_request') return {};
  const fields: readonly DraftField[] = ['name', 'slug', 'password', 'capacity'];
  const field = fields.find((candidate) => candidate === named);
  return field === undefined ? {} : { [field]: problemOfField[field] };
}
