import { filtersSchema } from '#lib/protocol/chat/inputs.ts';
import type { FilterTerm } from '#lib/protocol/chat/views.ts';

/** Most terms of one space, and the length of one; as the server has it. */
export const termsMost = 500;
export const termLength = { least: 2, most: 60 } as const;

/** What is wrong with a term, as the key of its words. */
export type TermProblem = 'short' | 'long' | 'signs' | 'double' | 'full';

/** Two terms that differ in case or in spaces only are one. */
const keyOf = ({ term }: Pick<FilterTerm, 'term'>): string => term.trim().toLocaleLowerCase('en');

/** What is wrong with a new term beside those that are there; null: nothing. */
export function problemOfTerm(term: string, known: readonly FilterTerm[]): TermProblem | null {
  const trimmed = term.trim();
  if (known.length >= termsMost) return 'full';
  if (trimmed.length < termLength.least) return 'short';
  if (trimmed.length > termLength.most) return 'long';
  if (!filtersSchema.safeParse([{ term: trimmed, action: 'review' }]).success) return 'signs';
  return known.some((each) => keyOf(each) === keyOf({ term })) ? 'double' : null;
}

/** The terms that somebody pasted: one on each line. Empty lines say nothing. */
export function pastedTerms(text: string): string[] {
  return text
    .split(/[\r\n\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A list with further terms in front; those that do not fit are left out. */
export function withTerms(
  terms: readonly FilterTerm[],
  added: readonly string[],
  action: FilterTerm['action'],
): readonly FilterTerm[] {
  let list = terms;
  for (const term of added) {
    if (problemOfTerm(term, list) === null) list = [{ term: term.trim(), action }, ...list];
  }
  return list;
}

/** Whether two lists filter the same, in whatever order. */
export function isSameFilter(a: readonly FilterTerm[], b: readonly FilterTerm[]): boolean {
  const actions = new Map(b.map((each) => [keyOf(each), each.action]));
  return a.length === b.length && a.every((each) => actions.get(keyOf(each)) === each.action);
}

/**
 * Two edits of one list brought together: what either added is in it, what either removed is not, and where both gave a
 * term another action, mine counts.
 */
export function mergeFilters(
  base: readonly FilterTerm[],
  mine: readonly FilterTerm[],
  theirs: readonly FilterTerm[],
): readonly FilterTerm[] {
  const [before, wanted, stored] = [base, mine, theirs].map(
    (list) => new Map(list.map((each) => [keyOf(each), each])),
  );
  const isKept = (key: string) => {
    if (!before?.has(key)) return true;
    return wanted?.has(key) === true && stored?.has(key) === true;
  };
  const merged = new Map<string, FilterTerm>();
  for (const each of [...mine, ...theirs]) {
    const key = keyOf(each);
    if (merged.has(key) || !isKept(key)) continue;
    const isUntouched = wanted?.get(key)?.action === before?.get(key)?.action;
    merged.set(key, isUntouched ? (stored?.get(key) ?? each) : (wanted?.get(key) ?? each));
  }
  return [...merged.values()].slice(0, termsMost);
}
