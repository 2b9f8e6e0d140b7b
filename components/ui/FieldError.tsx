'use client';

import { useState } from 'react';
import { cx } from './cx.ts';

interface FieldErrorProps {
  /** Named by the field's `aria-describedby`. */
  id: string;
  error: string | null;
}

/**
 * The complaint below a field. It makes its room softly, and keeps its words while the room closes, so that nothing
 * below jumps.
 */
export function FieldError({ id, error }: FieldErrorProps) {
  const [last, setLast] = useState(error);
  if (error !== null && error !== last) setLast(error);
  return (
    <div
      className={cx(
        'grid transition-[grid-template-rows] duration-220 ease-calm',
        error === null ? 'grid-rows-[0fr]' : 'grid-rows-[1fr]',
      )}
    >
      <p
        id={id}
        role="alert"
        className={cx('min-h-0 overflow-hidden text-13 text-bad-text', error === null && 'invisible')}
      >
        {(error ?? last) !== null && <span className="block pt-1.5">{error ?? last}</span>}
      </p>
    </div>
  );
}
