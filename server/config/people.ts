import { ConfigError, type SettingValues } from './readSettings.ts';

export interface MailConfig {
  /** Address of the mail server with its login; `null`: mails are written to the log. */
  readonly smtpUrl: string | null;
  /** Sender, such as `Vicinity <no-reply@vicinity.example>`. */
  readonly from: string;
}

/** Our registration at another service. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Services by which people can sign in; `null` where one is not configured. */
export interface OAuthConfig {
  readonly github: OAuthClient | null;
  readonly google: OAuthClient | null;
  readonly oidc: (OAuthClient & { readonly issuer: string; readonly name: string }) | null;
}

/** One line, without anything that could start another header. */
const senderPattern = /^[^\r\n]+$/;

/**
 * Settings of mail. A mail server demands the public address: links in mails must not follow the Host header of a
 * request, which whoever sends the request writes.
 *
 * Throws `ConfigError`.
 */
export function mailFrom(values: SettingValues, publicUrl: string | null): MailConfig {
  const smtpUrl = values.SMTP_URL ?? null;
  if (smtpUrl !== null && publicUrl === null) {
    throw new ConfigError(
      'SMTP_URL is set, so VICINITY_PUBLIC_URL has to say under which address the links in mails lead here.',
    );
  }
  const host = publicUrl === null ? 'localhost' : new URL(publicUrl).hostname;
  const from = values.MAIL_FROM ?? `Vicinity <no-reply@${host}>`;
  if (!senderPattern.test(from)) throw new ConfigError('MAIL_FROM has more than one line.');
  return { smtpUrl, from };
}

type Half = readonly [name: string, value: string | undefined];

/** Both or neither. Throws `ConfigError` for one without the other. */
function clientFrom(id: Half, secret: Half): OAuthClient | null {
  const [idName, clientId] = id;
  const [secretName, clientSecret] = secret;
  if (clientId === undefined && clientSecret === undefined) return null;
  if (clientId === undefined) throw new ConfigError(`${secretName} is set, but ${idName} is not.`);
  if (clientSecret === undefined) throw new ConfigError(`${idName} is set, but ${secretName} is not.`);
  return { clientId, clientSecret };
}

function oidcFrom(values: SettingValues): OAuthConfig['oidc'] {
  const client = clientFrom(
    ['OIDC_CLIENT_ID', values.OIDC_CLIENT_ID],
    ['OIDC_CLIENT_SECRET', values.OIDC_CLIENT_SECRET],
  );
  const issuer = values.OIDC_ISSUER;
  if (client === null && issuer === undefined) return null;
  if (issuer === undefined) throw new ConfigError('OIDC_CLIENT_ID is set, but OIDC_ISSUER is not.');
  if (client === null) throw new ConfigError('OIDC_ISSUER is set, but OIDC_CLIENT_ID is not.');
  return { ...client, issuer, name: values.OIDC_NAME ?? issuer };
}

/** The other services by which people can sign in. Throws `ConfigError` for one that is configured by half. */
export function oauthFrom(values: SettingValues): OAuthConfig {
  return {
    github: clientFrom(
      ['GITHUB_CLIENT_ID', values.GITHUB_CLIENT_ID],
      ['GITHUB_CLIENT_SECRET', values.GITHUB_CLIENT_SECRET],
    ),
    google: clientFrom(
      ['GOOGLE_CLIENT_ID', values.GOOGLE_CLIENT_ID],
      ['GOOGLE_CLIENT_SECRET', values.GOOGLE_CLIENT_SECRET],
    ),
    oidc: oidcFrom(values),
  };
}
