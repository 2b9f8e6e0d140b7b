/** The address of a page that goes on to `returnTo` when it is done. */
export function withReturnTo(page: string, returnTo: string | null): string {
  return returnTo === null ? page : `${page}?${new URLSearchParams({ returnTo })}`;
}

/** Whether a path leads to the door of a space, which guests may pass by a name alone. */
export const leadsToDoor = (path: string | null): boolean => /^\/space\/[^/?#]+(?:[?#]|$)/.test(path ?? '');

/** Pages from which signing in leads somewhere better than back to them. */
const passing = ['/', '/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/confirm', '/setup'];

/**
 * Where the page with this path sends those who sign in from its head: back to itself, or `null` for the default. The path
 * is the router's own, so it needs no checking here; every page of signing in checks what it is given.
 */
export function returnToOfPage(pathname: string): string | null {
  const isPassing = passing.some(
    (page) => pathname === page || (page !== '/' && pathname.startsWith(`${page}/`)),
  );
  return isPassing ? null : pathname;
}

/** Where people go who signed in and asked for nothing else. */
export const defaultDestination = '/spaces';
