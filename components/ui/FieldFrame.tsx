'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FieldError } from './FieldError.tsx';
import type { FieldIds, FieldParts } from './fieldParts.ts';

interface FieldFrameProps extends FieldParts {
  ids: FieldIds;
  /** Stands at the end of the line below, such as how many characters are left. */
  aside?: ReactNode;
  /** Between the hint and the complaint, such as how hard a password is to guess. */
  below?: ReactNode;
  children: ReactNode;
}

/** What stands around every control that is typed in: label above, hint and complaint below. */
export function FieldFrame(props: FieldFrameProps) {
  const { ids, label, hint, error = null, isOptional, aside, below, children } = props;
  return (
    <div className="min-w-0">
      <label htmlFor={ids.field} className="mb-1.5 block text-13 font-medium text-ink-soft">
        {label}
        {isOptional && <OptionalSign />}
      </label>
      {children}
      {(hint !== undefined || aside !== undefined) && (
        <div className="mt-1.5 flex justify-between gap-4 text-13 text-ink-soft">
          <p id={ids.hint} className="min-w-0 text-pretty">
            {hint}
          </p>
          {aside}
        </div>
      )}
      {below}
      <FieldError id={ids.error} error={error} />
    </div>
  );
}

function OptionalSign() {
  const t = useTranslations('ui');
  return <span className="font-body"> · {t('optional')}</span>;
}
