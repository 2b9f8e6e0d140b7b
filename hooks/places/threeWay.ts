export interface Merge<Values> {
  /** Mine where only I changed something or both did, theirs where only they did. */
  readonly merged: Values;
  /** Fields that both changed, and not to the same. */
  readonly conflicts: readonly (keyof Values & string)[];
}

/**
 * Brings two edits of the same thing together, field by field, so that neither loses anything. `base` is what both
 * started from.
 */
export function mergeEdits<Values extends object>(base: Values, mine: Values, theirs: Values): Merge<Values> {
  const merged = { ...theirs };
  const conflicts: (keyof Values & string)[] = [];
  for (const field of fieldsOf(base)) {
    if (mine[field] === base[field]) continue;
    merged[field] = mine[field];
    const isTheirsChanged = theirs[field] !== base[field];
    if (isTheirsChanged && theirs[field] !== mine[field]) conflicts.push(field);
  }
  return { merged, conflicts };
}

/** The fields of `values` that differ from `base`: what a PATCH has to say. */
export function changedFields<Values extends object>(base: Values, values: Values): Partial<Values> {
  const changed: Partial<Values> = {};
  for (const field of fieldsOf(base)) {
    if (values[field] !== base[field]) changed[field] = values[field];
  }
  return changed;
}

function fieldsOf<Values extends object>(values: Values): (keyof Values & string)[] {
  return Object.keys(values).filter((key): key is keyof Values & string => key in values);
}
