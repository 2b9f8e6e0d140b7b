'use client';

import { Select as Primitive } from 'radix-ui';
import { useId } from 'react';
import { cx } from './cx.ts';
import { FieldError } from './FieldError.tsx';
import { describedBy, type FieldParts, fieldClass, fieldIdsOf } from './fieldParts.ts';
import { Icon, type IconName } from './Icon.tsx';

export interface SelectOption {
  /** Never empty: the empty string means that nothing is chosen. */
  value: string;
  label: string;
}

interface SelectProps extends Omit<FieldParts, 'isOptional'> {
  icon?: IconName;
  value: string | undefined;
  options: readonly SelectOption[];
  /** Shown while nothing is chosen, or when there is nothing to choose from. */
  placeholder?: string;
  isDisabled?: boolean;
  /** Sent with the form. */
  name?: string;
  onChange: (value: string) => void;
}

/** A choice out of a list, with a sign that says what is chosen. */
export function Select(props: SelectProps) {
  const { label, hint, error = null, icon, value, options, placeholder, name, onChange } = props;
  const isDisabled = props.isDisabled === true || options.length === 0;
  const labelId = useId();
  const ids = fieldIdsOf(labelId);
  return (
    <div className="min-w-0">
      <span id={labelId} className="mb-1.5 block text-13 font-medium text-ink-soft">
        {label}
      </span>
      <Primitive.Root value={value ?? ''} onValueChange={onChange} disabled={isDisabled} name={name}>
        <Primitive.Trigger
          aria-labelledby={labelId}
          {...describedBy(ids, { hint, error })}
          className={cx(
            fieldClass,
            'flex h-11 items-center gap-3 ps-3 pe-2 text-start text-14 disabled:opacity-60',
          )}
        >
          {icon && <Icon name={icon} size={19} className="text-ink-soft" />}
          <span className="min-w-0 flex-1 truncate">
            <Primitive.Value placeholder={placeholder} />
          </span>
          <Icon name="down" size={18} className="text-ink-soft" />
        </Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            position="popper"
            sideOffset={6}
            collisionPadding={12}
            className="z-60 max-h-72 w-(--radix-select-trigger-width) animate-rise overflow-hidden rounded-md bg-raised p-1.5 shadow-3"
          >
            <Primitive.Viewport>
              {options.map((option) => (
                <Option key={option.value} option={option} />
              ))}
            </Primitive.Viewport>
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
      {hint !== undefined && (
        <p id={ids.hint} className="mt-1.5 text-13 text-pretty text-ink-soft">
          {hint}
        </p>
      )}
      <FieldError id={ids.error} error={error} />
    </div>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <Primitive.Item
      value={option.value}
      className="flex min-h-11 items-center gap-2 rounded-sm px-2.5 text-14 outline-none data-highlighted:bg-sunken data-[state=checked]:font-name data-[state=checked]:text-lagoon-text"
    >
      <span className="min-w-0 flex-1 truncate">
        <Primitive.ItemText>{option.label}</Primitive.ItemText>
      </span>
      <Primitive.ItemIndicator>
        <Icon name="check" size={18} />
      </Primitive.ItemIndicator>
    </Primitive.Item>
  );
}
