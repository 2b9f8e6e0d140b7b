import type { ReactNode } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Spinner } from '#components/ui/Spinner.tsx';

interface SubmitButtonProps {
  isPending: boolean;
  /** Words while it is under way. */
  pending: string;
  /** Large and as wide as the form: for a form that has a page to itself. */
  isWide?: boolean;
  children: ReactNode;
}

/** Sends a form. While it is under way it keeps the focus and does nothing. */
export function SubmitButton({ isPending, pending, isWide = false, children }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      tone="primary"
      size={isWide ? 'large' : 'normal'}
      aria-disabled={isPending}
      aria-busy={isPending}
      className={cx('aria-disabled:opacity-70', isWide && 'w-full')}
    >
      {isPending && <Spinner size={isWide ? 19 : 18} label={null} />}
      {isPending ? pending : children}
    </Button>
  );
}
