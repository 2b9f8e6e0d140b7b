import { cx } from './cx.ts';

/** Where a window over the page stands: in the middle on wide screens, a sheet from below on phones. */
export function windowClass(more?: string): string {
  return cx(
    'fixed z-50 flex max-h-[86dvh] animate-rise flex-col bg-raised shadow-3 outline-none forced-colors:border',
    'inset-x-0 bottom-0 rounded-t-lg pb-[env(safe-area-inset-bottom)]',
    'desk:inset-0 desk:m-auto desk:h-fit desk:w-[min(440px,calc(100vw-48px))] desk:rounded-lg desk:pb-0',
    more,
  );
}
