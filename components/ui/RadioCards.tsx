'use client';

import { RadioGroup as Primitive } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { FieldError } from './FieldError.tsx';
import { Icon, type IconName } from './Icon.tsx';

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** One sentence below the label. */
  readonly detail?: string;
  readonly icon?: IconName;
  /** Above the words, for example a map's picture or a face. */
  readonly picture?: ReactNode;
  readonly isDisabled?: boolean;
}

interface RadioCardsProps<Value extends string> {
  label: string;
  value: Value | null;
  choices: readonly RadioCard<Value>[];
  onChange: (value: Value) => void;
  /** Sent with the form. */
  name?: string;
  /** How many stand side by side on a wide screen; on a phone it is one, or two where there are pictures. */
  columns?: 1 | 2 | 3 | 4;
  error?: string | null;
}

const columnClasses = {
  1: '',
  2: 'desk:grid-cols-2',
  3: 'desk:grid-cols-3',
  4: 'desk:grid-cols-4',
} as const;

/** One out of a few, each a card with words. Arrow keys move within, one stop for the Tab key. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, value, choices, onChange, name, columns = 1, error = null } = props;
  const id = useId();
  const hasPictures = choices.some(({ picture }) => picture !== undefined);
  function choose(next: string): void {
    const choice = choices.find((candidate) => candidate.value === next);
    if (choice !== undefined) onChange(choice.value);
  }
  return (
    <div className="min-w-0">
      <span id={`${id}-label`} className="mb-1.5 block text-13 font-medium text-ink-soft">
        {label}
      </span>
      <Primitive.Root
        value={value}
        onValueChange={choose}
        name={name}
        aria-labelledby={`${id}-label`}
        aria-describedby={error === null ? undefined : `${id}-error`}
        aria-invalid={error !== null}
        className={cx('grid gap-2', hasPictures && 'grid-cols-2', columnClasses[columns])}
      >
        {choices.map((choice) => (
          <Card key={choice.value} id={`${id}-${choice.value}`} choice={choice} />
        ))}
      </Primitive.Root>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

const cardClass =
  'group flex min-h-11 min-w-0 flex-col gap-2.5 rounded-md border border-line-strong bg-raised p-3 text-start transition-colors duration-120 hover:border-ink-soft disabled:opacity-60 data-[state=checked]:border-lagoon data-[state=checked]:bg-lagoon-soft data-[state=checked]:inset-ring data-[state=checked]:inset-ring-lagoon';

function Card<Value extends string>({ id, choice }: { id: string; choice: RadioCard<Value> }) {
  const { value, label, detail, icon, picture, isDisabled } = choice;
  return (
    <Primitive.Item
      value={value}
      disabled={isDisabled}
      aria-labelledby={`${id}-label`}
      aria-describedby={detail === undefined ? undefined : `${id}-detail`}
      className={cardClass}
    >
      {picture}
      <span className="flex w-full items-start gap-3">
        {icon && <Icon name={icon} size={20} className="mt-px text-ink-soft" />}
        <span className="min-w-0 flex-1">
          <span id={`${id}-label`} className="block text-14 font-name">
            {label}
          </span>
          {detail !== undefined && (
            <span id={`${id}-detail`} className="mt-0.5 block text-13 text-pretty text-ink-soft">
              {detail}
            </span>
          )}
        </span>
        <span
          aria-hidden="true"
          className="mt-0.5 inline-grid size-4.5 flex-none place-items-center rounded-full border border-line-strong group-data-[state=checked]:border-lagoon"
        >
          <Primitive.Indicator className="block size-2.5 rounded-full bg-lagoon forced-colors:bg-[Highlight]" />
        </span>
      </span>
    </Primitive.Item>
  );
}
