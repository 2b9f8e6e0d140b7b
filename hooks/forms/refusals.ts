import type { RestError, RestFailure } from '#lib/client/rest/RestError.ts';
import { type FieldKind, type FieldKinds, type FieldProblem, noProblems, type Problems } from './fields.ts';

type Refusal = Pick<RestError, 'code' | 'path'>;

/** What a code means at a field of each kind; where it means nothing, it concerns the form. */
const meanings: Partial<Record<RestFailure, Partial<Record<FieldKind, FieldProblem>>>> = {
  bad_request: {
    name: 'nameRefused',
    email: 'emailRefused',
    password: 'passwordWrong',
    newPassword: 'passwordWeak',
  },
  weak_password: { newPassword: 'passwordWeak' },
  wrong_credentials: { password: 'passwordWrong' },
  conflict: { email: 'emailTaken' },
};

/** Last part of a path such as `body.email`. */
const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/**
 * Which field a refusal of the server belongs to and what to say there; empty when it concerns the form as a whole.
 */
export function problemsOfRefusal<Name extends string>(
  refusal: Refusal,
  kinds: FieldKinds<Name>,
): Problems<Name> {
  if (refusal.path === undefined) return noProblems();
  const named = lastOf(refusal.path);
  const names = Object.keys(kinds) as Name[];
  const field = names.find((name) => name === named);
  const problem = field === undefined ? undefined : meanings[refusal.code]?.[kinds[field]];
  if (field === undefined || problem === undefined) return noProblems();
  const problems: Partial<Record<Name, FieldProblem>> = {};
  problems[field] = problem;
  return problems;
}
