'use client';

import { type ComponentPropsWithRef, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from './cx.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { describedBy, type FieldParts, fieldClass, fieldIdsOf } from './fieldParts.ts';
import { Icon } from './Icon.tsx';
import { iconButtonClass } from './iconButtonClass.ts';
import { type PasswordStrength, StrengthMeter } from './StrengthMeter.tsx';

interface PasswordFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'type'>, FieldParts {
  /** `current-password` or `new-password`: what password managers go by. */
  autoComplete: 'current-password' | 'new-password' | 'off';
  /** How hard it is to guess, for a new password; `null` while that is not known yet. Without it there is no meter. */
  strength?: PasswordStrength | null;
}

/** A password, hidden until its owner asks to see it. Pasting is welcome. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error = null, isOptional, className, id, strength, ...rest } = props;
  const [isShown, setShown] = useState(false);
  const ownId = useId();
  const ids = fieldIdsOf(id ?? ownId);
  const meter = strength === undefined ? undefined : <StrengthMeter strength={strength} />;
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error} isOptional={isOptional} below={meter}>
      <div className="relative">
        <input
          autoCapitalize="off"
          spellCheck={false}
          {...rest}
          id={ids.field}
          type={isShown ? 'text' : 'password'}
          {...describedBy(ids, { hint, error })}
          className={cx(fieldClass, 'h-11 ps-3 pe-12 text-16', className)}
        />
        <ShowButton isShown={isShown} controls={ids.field} onChange={setShown} />
      </div>
    </FieldFrame>
  );
}

interface ShowButtonProps {
  isShown: boolean;
  controls: string;
  onChange: (isShown: boolean) => void;
}

function ShowButton({ isShown, controls, onChange }: ShowButtonProps) {
  const t = useTranslations('ui');
  const label = isShown ? t('hidePassword') : t('showPassword');
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-controls={controls}
      onClick={() => onChange(!isShown)}
      className={iconButtonClass('soft', 'absolute! end-0 top-0')}
    >
      <Icon name={isShown ? 'eyeOff' : 'eye'} />
    </button>
  );
}
