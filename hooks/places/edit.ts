import { changedFields, mergeEdits } from './threeWay.ts';

/** A form on something that others may edit at the same time. */
export interface Edit<Values extends object> {
  /** What is stored, as far as this page knows. */
  readonly base: Values;
  /** What stands in the form. */
  readonly values: Values;
  /** Tag of the version that `base` is; null until the server has told it. */
  readonly etag: string | null;
  /** Set after somebody else's edit came in between, until the next save. */
  readonly meeting: Meeting<Values> | null;
}

/** Two edits that met. */
export interface Meeting<Values extends object> {
  readonly mine: Values;
  readonly theirs: Values;
  /** Fields that both changed; for each somebody has to choose. Empty: both edits go together. */
  readonly conflicts: readonly (keyof Values & string)[];
}

export function startEdit<Values extends object>(base: Values): Edit<Values> {
  return { base, values: base, etag: null, meeting: null };
}

export function withChange<Values extends object>(edit: Edit<Values>, over: Partial<Values>): Edit<Values> {
  return { ...edit, values: { ...edit.values, ...over } };
}

/** What a save has to send; empty when there is nothing to save. */
export const unsaved = <Values extends object>({ base, values }: Edit<Values>): Partial<Values> =>
  changedFields(base, values);

export const hasUnsaved = <Values extends object>(edit: Edit<Values>): boolean =>
  Object.keys(unsaved(edit)).length > 0;

export function withoutChanges<Values extends object>(edit: Edit<Values>): Edit<Values> {
  return { ...edit, values: edit.base, meeting: null };
}

/** After a save: what the server answered is the new ground. */
export function asSaved<Values extends object>(stored: Values, etag: string | null): Edit<Values> {
  return { base: stored, values: stored, etag, meeting: null };
}

/** Whether what is stored is still what this edit began with. */
export const isGroundOf = <Values extends object>({ base }: Edit<Values>, stored: Values): boolean =>
  Object.keys(changedFields(base, stored)).length === 0;

/** After somebody else's edit came in between: theirs is the new ground, and mine stays in the form. */
export function asMet<Values extends object>(
  edit: Edit<Values>,
  theirs: Values,
  etag: string | null,
): Edit<Values> {
  const { merged, conflicts } = mergeEdits(edit.base, edit.values, theirs);
  return { base: theirs, values: merged, etag, meeting: { mine: edit.values, theirs, conflicts } };
}
