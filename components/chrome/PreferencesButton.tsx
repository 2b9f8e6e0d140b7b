import type { ComponentPropsWithRef } from 'react';
import { Icon } from '#components/ui/Icon.tsx';
import { iconButtonClass } from '#components/ui/iconButtonClass.ts';

interface PreferencesButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'> {
  label: string;
}

/** The button for language and colours. It names itself by the browser's own tooltip, which costs no script. */
export function PreferencesButton({ label, ...rest }: PreferencesButtonProps) {
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={iconButtonClass('plain')}>
      <Icon name="contrast" size={21} />
    </button>
  );
}
