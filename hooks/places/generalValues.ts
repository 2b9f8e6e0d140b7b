import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { capacityFrom, type DraftProblems, problemsOfDraft } from './spaceDraft.ts';
import type { SpacePatchBody } from './useSpaceEdit.ts';

/** The fields of the general settings, as they stand in the form. */
export interface GeneralValues {
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly welcomeText: string;
  /** As it is typed. */
  readonly capacity: string;
  readonly hasResident: boolean;
}

export function generalValuesOf(space: SpaceView): GeneralValues {
  const { name, slug, description, welcomeText, capacity, hasResident } = space;
  return { name, slug, description, welcomeText, capacity: String(capacity), hasResident };
}

/** What to send of what was changed. */
export function generalBodyOf(changed: Partial<GeneralValues>): SpacePatchBody {
  const { capacity, ...rest } = changed;
  const number = capacity === undefined ? null : capacityFrom(capacity);
  return number === null ? rest : { ...rest, capacity: number };
}

/** Everything that is wrong with what was written. */
export function problemsOfGeneral({ name, slug, capacity }: GeneralValues): DraftProblems {
  return problemsOfDraft({ name, slug, capacity, visibility: 'unlisted', password: '' });
}
