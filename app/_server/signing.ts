import { redirect } from 'next/navigation';
import { returnPathFrom } from '#hooks/returnPath.ts';
import { defaultDestination } from '#hooks/returnTo.ts';
import { type PageContext, pageContext } from './page.ts';

/** What the address of a page of signing in may carry. */
export type SignSearch = Promise<Record<string, string | string[] | undefined>>;

interface Signing {
  readonly context: PageContext;
  /** Where to go on to, as the address asked; null for the default. */
  readonly returnTo: string | null;
}

/** For pages that are of use to whoever is not signed in with an account. Everybody else is sent on. */
export async function signingPage(searchParams: SignSearch): Promise<Signing> {
  const [context, search] = await Promise.all([pageContext(), searchParams]);
  const returnTo = returnPathFrom(search.returnTo);
  if (context.viewer !== null && !context.viewer.isGuest) redirect(returnTo ?? defaultDestination);
  return { context, returnTo };
}
