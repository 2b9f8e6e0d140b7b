import type { ComponentPropsWithRef } from 'react';
import { useId } from 'react';
import { cx } from './cx.ts';

/** Looks of every text field; the select's button shares them. */
export const fieldClass =
  'w-full rounded-md border border-line-strong bg-raised transition-colors duration-120 hover:border-ink-soft placeholder:text-ink-soft focus-visible:border-focus focus-visible:outline-offset-[-1px]';

interface FieldProps extends ComponentPropsWithRef<'input'> {
  label: string;
  /** What is wrong with the value; announced and tied to the field. */
  error?: string | null;
}

/** A text field with its label above and its complaint below. */
export function Field({ label, error = null, className, id, ...rest }: FieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const errorId = `${fieldId}-error`;
  return (
    <div>
      <label htmlFor={fieldId} className="mb-1.5 block text-13 font-medium text-ink-soft">
        {label}
      </label>
      <input
        {...rest}
        id={fieldId}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        className={cx(fieldClass, 'h-11 px-3 text-16 aria-invalid:border-bad', className)}
      />
      <p id={errorId} role="alert" className="mt-1.5 text-13 text-bad-text empty:hidden">
        {error}
      </p>
    </div>
  );
}
