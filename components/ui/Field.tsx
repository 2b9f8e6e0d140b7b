import type { ComponentPropsWithRef } from 'react';
import { useId } from 'react';
import { cx } from './cx.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { describedBy, type FieldParts, fieldClass, fieldIdsOf } from './fieldParts.ts';

export { fieldClass } from './fieldParts.ts';

interface FieldProps extends ComponentPropsWithRef<'input'>, FieldParts {}

/** A text field with its label above and its complaint below. */
export function Field({ label, hint, error = null, isOptional, className, id, ...rest }: FieldProps) {
  const ownId = useId();
  const ids = fieldIdsOf(id ?? ownId);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error} isOptional={isOptional}>
      <input
        {...rest}
        id={ids.field}
        {...describedBy(ids, { hint, error })}
        className={cx(fieldClass, 'h-11 px-3 text-16', className)}
      />
    </FieldFrame>
  );
}
