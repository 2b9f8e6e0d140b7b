import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody at the other service. */
export interface Outsider {
  sub: string;
  name: string;
  email: string;
  email_verified: boolean;
}

/**
 * A real OpenID Connect service on a free port, for tests. Whoever is `visiting` is signed in without being asked, unless
 * it was opened as one that asks: then it shows a page to write a name on, and any name and password will do.
 */
export interface OutsideService {
  issuer: string;
  clientId: string;
  clientSecret: string;
  visiting: Outsider;
  close(): Promise<void>;
}

const client = { clientId: 'vicinity', clientSecret: 'a secret between the two of us' };

interface Manners {
  /** Shows a page of its own to sign in on. */
  asks: boolean;
}

function createProvider(
  issuer: string,
  redirectUri: string,
  visiting: () => Outsider,
  { asks }: Manners,
): Provider {
  return new Provider(issuer, {
    clients: [
      { client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: asks } },
    ...(!asks && { interactions: { url: (_context, { uid }) => `/interaction/${uid}` } }),
    pkce: { required: () => true },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...visiting(), sub }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

/** Opens it for pages that take its answers at `redirectUri`. */
export async function openOutsideService(
  redirectUri: string,
  manners: Manners = { asks: false },
): Promise<OutsideService> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: OutsideService = {
    issuer,
    ...client,
    visiting: { sub: 'frank', name: 'Frank', email: 'frank@example.org', email_verified: true },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const provider = createProvider(issuer, redirectUri, () => service.visiting, manners);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (manners.asks || request.url?.startsWith('/interaction/') !== true)
      return void answer(request, response);
    provider
      .interactionFinished(request, response, { login: { accountId: service.visiting.sub } })
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return service;
}
