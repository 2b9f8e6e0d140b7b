import { returnPathFrom } from '#hooks/returnPath.ts';
import type { Theme } from '#hooks/theme.ts';
import { pageContext } from './page.ts';
import type { SignSearch } from './signing.ts';

/** What Next gives to a page whose address holds the secret of a link. */
export interface LinkPageProps {
  params: Promise<{ token: string }>;
  searchParams: SignSearch;
}

interface LinkPage {
  readonly theme: Theme;
  readonly token: string;
  readonly returnTo: string | null;
}

/** Reads the address of such a page. Whether the link is any good is asked by a press, not by coming. */
export async function linkPage({ params, searchParams }: LinkPageProps): Promise<LinkPage> {
  const [{ theme }, { token }, search] = await Promise.all([pageContext(), params, searchParams]);
  return { theme, token, returnTo: returnPathFrom(search.returnTo) };
}
