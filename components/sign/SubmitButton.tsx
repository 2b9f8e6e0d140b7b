import type { ReactNode } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';

interface SubmitButtonProps {
  isPending: boolean;
  /** Words while it is under way. */
  pending: string;
  children: ReactNode;
}

/** Sends a form of a page of its own. While it is under way it keeps the focus and does nothing. */
export function SubmitButton({ isPending, pending, children }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      tone="primary"
      size="large"
      aria-disabled={isPending}
      aria-busy={isPending}
      className="w-full aria-disabled:opacity-70"
    >
      {isPending && <Spinner size={19} label={null} />}
      {isPending ? pending : children}
    </Button>
  );
}
