import { useId } from 'react';
import { cx } from './cx.ts';

interface SwitchProps {
  label: string;
  /** One sentence below the label. */
  detail: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A track with a knob in it, which moves to the end of the line when it is on. */
const trackClass =
  'relative h-6 w-10.5 flex-none appearance-none rounded-full border border-line-strong bg-sunken transition-colors duration-120 hover:border-ink-soft checked:border-lagoon checked:bg-lagoon checked:hover:border-lagoon-hover checked:hover:bg-lagoon-hover forced-colors:appearance-auto';
const knobClass =
  'before:absolute before:start-[3px] before:top-[3px] before:size-4 before:rounded-full before:bg-ink-soft before:transition-[inset-inline-start,background-color] before:duration-120 checked:before:start-[21px] checked:before:bg-on-lagoon forced-colors:before:hidden';

/** Something that is on or off. */
export function Switch({ label, detail, isOn, onChange }: SwitchProps) {
  const detailId = useId();
  return (
    <label className="flex min-h-11 cursor-pointer items-center justify-between gap-4">
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        <span id={detailId} className="block text-13 text-pretty text-ink-soft">
          {detail}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-describedby={detailId}
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className={cx(trackClass, knobClass)}
      />
    </label>
  );
}
