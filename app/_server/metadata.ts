import type { Metadata } from 'next';
import type { Messages } from '#lib/i18n/messages.ts';
import { pageContext, translator } from './page.ts';

/** Parts of the catalogue that name their page. */
type Titled = {
  [Part in keyof Messages]: Messages[Part] extends { title: string } ? Part : never;
}[keyof Messages];

/** Title of a page: its own name before the site's. */
export async function titleOf(part: Titled): Promise<Metadata> {
  const context = await pageContext();
  const page = translator(context, part)('title');
  return { title: translator(context, 'header')('title', { page }) };
}

/** The same for a page that is one person's own: search engines have nothing to look for there. */
export async function ownTitleOf(part: Titled): Promise<Metadata> {
  return { ...(await titleOf(part)), robots: { index: false, follow: false } };
}

/** The same for a page whose address is a secret: it is told to nobody, not even to our own server. */
export async function secretTitleOf(part: Titled): Promise<Metadata> {
  return { ...(await ownTitleOf(part)), referrer: 'no-referrer' };
}
