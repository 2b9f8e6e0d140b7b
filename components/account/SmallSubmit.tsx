import type { ReactNode } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';

interface SmallSubmitProps {
  isPending: boolean;
  /** Words while it is under way. */
  pending: string;
  children: ReactNode;
}

/** Sends a form that is one of several on its page. While it is under way it keeps the focus and does nothing. */
export function SmallSubmit({ isPending, pending, children }: SmallSubmitProps) {
  return (
    <div>
      <Button
        type="submit"
        tone="primary"
        aria-disabled={isPending}
        aria-busy={isPending}
        className="aria-disabled:opacity-70"
      >
        {isPending && <Spinner size={18} label={null} />}
        {isPending ? pending : children}
      </Button>
    </div>
  );
}
