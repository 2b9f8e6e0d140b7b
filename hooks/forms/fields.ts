import type * as z from 'zod/mini';
import { usernameSchema } from '#lib/protocol/common.ts';
import { emailSchema, passwordSchema, typedPasswordSchema } from '#lib/protocol/rest/common.ts';

/** What can be wrong with one field: keys of the messages `formWords.problems`. */
export type FieldProblem =
  | 'nameMissing'
  | 'nameRefused'
  | 'emailMissing'
  | 'emailRefused'
  | 'emailTaken'
  | 'passwordMissing'
  | 'newPasswordMissing'
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordWeak'
  | 'passwordWrong'
  | 'lineRefused'
  | 'tokenNameMissing'
  | 'scopesMissing';

export type Problems<Name extends string> = Readonly<Partial<Record<Name, FieldProblem>>>;

const none = {};

/** Nothing is wrong; always the same object. */
export const noProblems = <Name extends string>(): Problems<Name> => none as Problems<Name>;

interface FieldRule {
  readonly schema: z.ZodMiniType<string>;
  readonly missing: FieldProblem;
  refused(text: string): FieldProblem;
}

const rules = {
  name: { schema: usernameSchema, missing: 'nameMissing', refused: () => 'nameRefused' },
  email: { schema: emailSchema, missing: 'emailMissing', refused: () => 'emailRefused' },
  /** A password that proves who somebody is. */
  password: { schema: typedPasswordSchema, missing: 'passwordMissing', refused: () => 'passwordLong' },
  /** A password that is being chosen. */
  newPassword: {
    schema: passwordSchema,
    missing: 'newPasswordMissing',
    refused: (text) => (text.length < shortestPassword ? 'passwordShort' : 'passwordLong'),
  },
} as const satisfies Record<string, FieldRule>;

/** As `passwordSchema` has it, in UTF-16 units. */
const shortestPassword = 10;

export type FieldKind = keyof typeof rules;
export type FieldKinds<Name extends string> = Readonly<Record<Name, FieldKind>>;

/** What somebody wrote: every value as the server takes it, or what is wrong with which. */
export type Reading<Name extends string> =
  | { readonly values: Readonly<Record<Name, string>>; readonly problems: null }
  | { readonly values: null; readonly problems: Problems<Name> };

/** Judges one value. Passwords keep their blanks; names and addresses lose those at the ends. */
export function readField(kind: FieldKind, text: string): { value: string } | { problem: FieldProblem } {
  const rule: FieldRule = rules[kind];
  const isPassword = kind === 'password' || kind === 'newPassword';
  if ((isPassword ? text : text.trim()) === '') return { problem: rule.missing };
  const parsed = rule.schema.safeParse(text);
  return parsed.success ? { value: parsed.data } : { problem: rule.refused(text) };
}

/** Reads the fields of a form, all of them, so that everything wrong is said at once. */
export function readFields<Name extends string>(form: FormData, kinds: FieldKinds<Name>): Reading<Name> {
  const values: Partial<Record<Name, string>> = {};
  const problems: Partial<Record<Name, FieldProblem>> = {};
  const names = Object.keys(kinds) as Name[];
  for (const name of names) {
    const written = form.get(name);
    const read = readField(kinds[name], typeof written === 'string' ? written : '');
    if ('value' in read) values[name] = read.value;
    else problems[name] = read.problem;
  }
  if (Object.keys(problems).length > 0) return { values: null, problems };
  return { values: values as Record<Name, string>, problems: null };
}
