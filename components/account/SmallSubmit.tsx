import type { ComponentProps } from 'react';
import { SubmitButton } from '#components/forms/SubmitButton.tsx';

/** Sends a form that is one of several on its page; only as wide as its words. */
export function SmallSubmit(props: Omit<ComponentProps<typeof SubmitButton>, 'isWide'>) {
  return (
    <div>
      <SubmitButton {...props} />
    </div>
  );
}
