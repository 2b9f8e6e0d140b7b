/** Looks of every text field; the select's button shares them. */
export const fieldClass =
  'w-full rounded-md border border-line-strong bg-raised transition-colors duration-120 hover:border-ink-soft placeholder:text-ink-soft focus-visible:border-focus focus-visible:outline-offset-[-1px] aria-invalid:border-bad disabled:opacity-60';

/** What a field has besides its control. */
export interface FieldParts {
  label: string;
  /** One sentence that helps to fill it in. */
  hint?: string;
  /** What is wrong with the value; announced and tied to the field. */
  error?: string | null;
  /** Says beside the label that it may stay empty. */
  isOptional?: boolean;
}

/** The ids that tie label, hint and complaint to one control. */
export interface FieldIds {
  readonly field: string;
  readonly hint: string;
  readonly error: string;
}

export const fieldIdsOf = (field: string): FieldIds => ({
  field,
  hint: `${field}-hint`,
  error: `${field}-error`,
});

/** The attributes that tell screen readers what stands around a control. */
export function describedBy(ids: FieldIds, { hint, error = null }: Pick<FieldParts, 'hint' | 'error'>) {
  const parts = [hint !== undefined && ids.hint, error !== null && ids.error].filter(Boolean);
  return {
    'aria-invalid': error !== null,
    'aria-describedby': parts.length === 0 ? undefined : parts.join(' '),
  };
}
