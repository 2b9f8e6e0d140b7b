'use client';

import { Checkbox as Primitive } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { FieldError } from './FieldError.tsx';
import { describedBy, fieldIdsOf } from './fieldParts.ts';
import { Icon } from './Icon.tsx';

interface CheckboxProps {
  label: ReactNode;
  /** One sentence below the label. */
  detail?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** Sent with the form, as `on`. */
  name?: string;
  isDisabled?: boolean;
  error?: string | null;
}

/** A box to tick. The whole line presses it. */
export function Checkbox({ label, detail, isOn, onChange, name, isDisabled, error = null }: CheckboxProps) {
  const ids = fieldIdsOf(useId());
  return (
    <div>
      <label
        htmlFor={ids.field}
        className={cx('flex min-h-11 items-start gap-3 py-2.5', isDisabled ? 'opacity-60' : 'cursor-pointer')}
      >
        <Primitive.Root
          id={ids.field}
          name={name}
          checked={isOn}
          disabled={isDisabled}
          aria-labelledby={`${ids.field}-label`}
          onCheckedChange={(next) => onChange(next === true)}
          {...describedBy(ids, { hint: detail, error })}
          className="inline-grid size-6 flex-none place-items-center rounded-sm border border-line-strong bg-raised transition-colors duration-120 hover:border-ink-soft aria-invalid:border-bad data-[state=checked]:border-lagoon data-[state=checked]:bg-lagoon data-[state=checked]:text-on-lagoon"
        >
          <Primitive.Indicator>
            <Icon name="check" size={18} />
          </Primitive.Indicator>
        </Primitive.Root>
        <span className="min-w-0">
          <span id={`${ids.field}-label`} className="block leading-6 font-medium">
            {label}
          </span>
          {detail !== undefined && (
            <span id={ids.hint} className="block text-13 text-ink-soft">
              {detail}
            </span>
          )}
        </span>
      </label>
      <FieldError id={ids.error} error={error} />
    </div>
  );
}
