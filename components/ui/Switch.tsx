import { useId } from 'react';

interface SwitchProps {
  label: string;
  /** One sentence below the label. */
  detail: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Something that is on or off. */
export function Switch({ label, detail, isOn, onChange }: SwitchProps) {
  const detailId = useId();
  return (
    <label className="flex min-h-11 items-center justify-between gap-4">
      <span>
        <span className="block font-medium">{label}</span>
        <span id={detailId} className="block text-12 text-ink-soft">
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
        className="size-5 flex-none accent-lagoon"
      />
    </label>
  );
}
