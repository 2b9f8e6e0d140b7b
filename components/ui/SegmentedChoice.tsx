'use client';

import { RadioGroup as Primitive } from 'radix-ui';
import { Icon, type IconName } from './Icon.tsx';

interface SegmentedChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string; readonly icon?: IconName }[];
  onChange: (value: Value) => void;
}

/** One out of two to four short words, side by side. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, value, choices, onChange } = props;
  function choose(next: string): void {
    const choice = choices.find((candidate) => candidate.value === next);
    if (choice !== undefined) onChange(choice.value);
  }
  return (
    <Primitive.Root
      aria-label={label}
      value={value}
      onValueChange={choose}
      orientation="horizontal"
      className="inline-flex max-w-full flex-wrap gap-1 rounded-md bg-sunken p-1"
    >
      {choices.map((choice) => (
        <Primitive.Item
          key={choice.value}
          value={choice.value}
          className="flex min-h-11 items-center gap-2 rounded-[10px] px-3.5 text-14 font-medium text-ink-soft transition-colors duration-120 hover:text-ink data-[state=checked]:bg-raised data-[state=checked]:text-ink data-[state=checked]:shadow-1 desk:min-h-9 forced-colors:data-[state=checked]:border"
        >
          {choice.icon && <Icon name={choice.icon} size={18} />}
          {choice.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
