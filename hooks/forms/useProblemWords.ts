'use client';

import { useTranslations } from 'use-intl';
import type { FieldProblem } from './fields.ts';

/** The sentence for what is wrong with a field, as `Field` takes it. */
export function useProblemWords(): (problem: FieldProblem | undefined) => string | null {
  const t = useTranslations('formWords.problems');
  return (problem) => (problem === undefined ? null : t(problem));
}
