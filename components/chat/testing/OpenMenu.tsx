import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

/** A menu that stands open in the page itself, so that its lines are in what the server writes. */
export function OpenMenu({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Root open modal={false}>
      <DropdownMenu.Content>{children}</DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
