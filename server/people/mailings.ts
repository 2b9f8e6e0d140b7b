import { defaultLocale, type Locale } from '#lib/i18n/locales.ts';
import type { HttpContext } from '../api/define.ts';
import type { Mail } from '../mail/MailPort.ts';
import { type MailSubject, writeMail } from '../mail/writeMail.ts';
import type { WebServices } from '../services.ts';

type Config = Pick<WebServices['config'], 'publicUrl'>;

/** Origin of links that are mailed: the configured one, else that under which the request came. */
export const linkOrigin = (config: Config, http: Pick<HttpContext, 'origin'>): string =>
  config.publicUrl ?? http.origin;

interface Where {
  config: Config;
  http: Pick<HttpContext, 'origin'>;
}

/** Address of a page that takes a link's secret, which goes on to `returnTo` (a path of our own). */
export function linkTo(
  { config, http }: Where,
  page: 'confirm' | 'reset-password',
  secret: string,
  returnTo?: string,
): string {
  const url = new URL(`/${page}/${secret}`, linkOrigin(config, http));
  if (returnTo !== undefined) url.searchParams.set('returnTo', returnTo);
  return url.href;
}

/** Address of one of our pages. */
export const pageUrl = ({ config, http }: Where, path: string): string =>
  new URL(path, linkOrigin(config, http)).href;

/** Writes a mail in the first language that is known. */
export function mailFor(
  { config, http }: Where,
  subject: MailSubject,
  to: string,
  ...languages: (Locale | null | undefined)[]
): Mail {
  const locale = languages.find((language) => language !== null && language !== undefined);
  return writeMail(subject, { to, locale: locale ?? defaultLocale, origin: linkOrigin(config, http) });
}
