'use client';

import { type ChangeEvent, type ComponentPropsWithRef, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from './cx.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { describedBy, type FieldParts, fieldClass, fieldIdsOf } from './fieldParts.ts';

interface TextAreaProps extends ComponentPropsWithRef<'textarea'>, FieldParts {}

/** From how many characters before the end on the rest is shown. */
const warnFrom = 60;

/** Text of several lines. It grows with what is written; near its limit it says how much is left. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error = null, isOptional, className, id, onChange, maxLength, ...rest } = props;
  const ownId = useId();
  const ids = fieldIdsOf(id ?? ownId);
  const [typedLength, setTypedLength] = useState(String(rest.defaultValue ?? '').length);
  const length = typeof rest.value === 'string' ? rest.value.length : typedLength;
  function follow(event: ChangeEvent<HTMLTextAreaElement>): void {
    setTypedLength(event.currentTarget.value.length);
    onChange?.(event);
  }
  const left = maxLength === undefined ? null : maxLength - length;
  return (
    <FieldFrame
      ids={ids}
      label={label}
      hint={hint}
      error={error}
      isOptional={isOptional}
      aside={left === null ? undefined : <CharactersLeft count={left} />}
    >
      <textarea
        rows={4}
        {...rest}
        id={ids.field}
        maxLength={maxLength}
        onChange={follow}
        {...describedBy(ids, { hint, error })}
        className={cx(
          fieldClass,
          'block max-h-96 min-h-24 resize-y px-3 py-2.5 text-16 field-sizing-content',
          className,
        )}
      />
    </FieldFrame>
  );
}

/** Its line is there from the start, so that nothing moves when the number appears. */
function CharactersLeft({ count }: { count: number }) {
  const t = useTranslations('ui');
  return (
    <span aria-live="polite" className="min-h-5 flex-none tabular-nums">
      {count <= warnFrom && t('charactersLeft', { count })}
    </span>
  );
}
