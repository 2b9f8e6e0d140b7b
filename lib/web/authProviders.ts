import { decodeJwt } from 'jose';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import type { Provider } from 'next-auth/providers/index';
import * as z from 'zod';
import type { OAuthConfig } from '#server/config/people.ts';

type OidcConfig = NonNullable<OAuthConfig['oidc']>;
type Client = NonNullable<OAuthConfig['github']>;

/** How long another service may take to answer, in ms. */
const timeoutMs = 10_000;
const httpOptions = { timeout: timeoutMs };

const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** Of the addresses that GitHub lists, the one that it vouches for; the one in a profile says nothing about that. */
export function vouchedEmail(listed: unknown): string | null {
  const emails = emailsSchema.parse(listed);
  return emails.find(({ primary, verified }) => primary && verified)?.email ?? null;
}

async function verifiedGithubEmail(accessToken: string): Promise<string | null> {
  const answer = await fetch('https://api.github.com/user/emails', {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  return answer.ok ? vouchedEmail(await answer.json()) : null;
}

function github({ clientId, clientSecret }: Client): Provider {
  return GitHub({
    clientId,
    clientSecret,
    httpOptions,
    checks: ['pkce', 'state'],
    userinfo: {
      url: 'https://api.github.com/user',
      async request({ client, tokens }) {
        const accessToken = tokens.access_token ?? '';
        const profile = await client.userinfo(accessToken);
        const email = await verifiedGithubEmail(accessToken);
        return { ...profile, email: email ?? undefined, email_verified: email !== null };
      },
    },
  });
}

const google = ({ clientId, clientSecret }: Client): Provider =>
  Google({ clientId, clientSecret, httpOptions, checks: ['pkce', 'state', 'nonce'] });

const claimsSchema = z.object({
  sub: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

/** Any service that speaks OpenID Connect. What its ID token leaves out is asked for (OIDC Core §5.3). */
function oidc({ clientId, clientSecret, issuer, name }: OidcConfig): Provider {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    clientId,
    clientSecret,
    issuer,
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions,
    userinfo: {
      async request({ client, tokens }) {
        // The library has checked the token already: signature, audience, nonce and times.
        const claims = decodeJwt(tokens.id_token ?? '');
        if (client.issuer.metadata.userinfo_endpoint === undefined) return claims;
        const more = await client.userinfo(tokens.access_token ?? '');
        if (more.sub !== claims.sub) throw new Error('the service described two different people');
        return { ...claims, ...more };
      },
    },
    profile(profile) {
      const { sub, name: theirs, preferred_username: nick, email } = claimsSchema.parse(profile);
      // Ids are unique at one issuer only, and another one may be configured later (OIDC Core §5.7).
      return { id: `${issuer} ${sub}`, name: theirs ?? nick ?? null, email: email ?? null };
    },
  };
}

/** The configured services, as next-auth takes them. */
export function outsideProviders(config: OAuthConfig): Provider[] {
  const providers: Provider[] = [];
  if (config.oidc !== null) providers.push(oidc(config.oidc));
  if (config.google !== null) providers.push(google(config.google));
  if (config.github !== null) providers.push(github(config.github));
  return providers;
}
