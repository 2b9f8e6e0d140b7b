import type { ComponentPropsWithRef } from 'react';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Icon } from '#components/ui/Icon.tsx';

interface AccountButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'> {
  cast: string;
  name: string;
  label: string;
}

/** My face in the page's head; on wide screens with my name. */
export function AccountButton({ cast, name, label, ...rest }: AccountButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md p-1 transition-colors duration-120 select-none hover:bg-sunken aria-expanded:bg-sunken desk:ps-1.5 desk:pe-2.5"
    >
      <Avatar cast={cast} size={36} />
      <span className="hidden max-w-[12em] truncate text-14 font-name desk:block">{name}</span>
      <Icon name="down" size={16} className="text-ink-soft max-desk:hidden" />
    </button>
  );
}
