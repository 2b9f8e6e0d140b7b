import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goodPassword, People } from '#server/people/testing/People.ts';
import { handleAuth } from './auth.ts';
import { AuthBrowser, origin } from './testing/AuthBrowser.ts';
import { type OutsideService, openOutsideService } from './testing/openOutsideService.ts';

const isNoFault = (status: number): boolean => status >= 200 && status < 500;

let outside: OutsideService;
let people: People;

beforeAll(async () => {
  outside = await openOutsideService(`${origin}/api/auth/callback/oidc`);
});

afterAll(() => outside.close());

beforeEach(() => {
  const { issuer, clientId, clientSecret } = outside;
  const oidc = { issuer, clientId, clientSecret, name: 'Work' };
  people = new People({ oauth: { github: null, google: null, oidc } });
  outside.visiting = { sub: 'frank', name: 'Frank', email: 'frank@example.org', email_verified: true };
});

describe('signing in by another service', () => {
  it('goes there with a proof key, a state and a nonce, and comes back to the page wanted', async () => {
    const frank = new AuthBrowser(people);
    const start = await frank.start('/space/demo');
    expect(start.origin).toBe(outside.issuer);
    expect(Object.fromEntries(start.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${origin}/api/auth/callback/oidc`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const landing = await frank.ask('GET', await frank.visit(start));
    expect(landing).toMatchObject({ status: 302, location: `${origin}/space/demo` });
    expect(await frank.api.me()).toMatchObject({
      name: 'Frank',
      email: 'frank@example.org',
      isGuest: false,
      hasPassword: false,
    });
  });

  it('makes one account, and a new login each time', async () => {
    const [first, second] = [new AuthBrowser(people), new AuthBrowser(people)];
    await first.signIn();
    await second.signIn();
    const me = await first.api.mustBeIn();
    expect((await second.api.mustBeIn()).id).toBe(me.id);
    expect((await first.api.must(200, 'GET', '/me/logins')).body.items).toHaveLength(2);
  });

  it('makes a guest the account and ends what was planted', async () => {
    const frank = new AuthBrowser(people);
    await frank.api.must(201, 'POST', '/guests', { name: 'Frankie' });
    const { id } = await frank.api.mustBeIn();
    const thief = people.browser().copyFrom(frank.api);
    await frank.signIn();
    expect(await frank.api.me()).toMatchObject({ id, name: 'Frankie', isGuest: false });
    expect(await thief.me()).toBeNull();
  });

  it('links the account of an address that the service vouches for', async () => {
    const alice = await (await people.account('Alice')).mustBeIn();
    outside.visiting = { ...outside.visiting, email: 'alice@example.org' };
    const browser = new AuthBrowser(people);
    await browser.signIn();
    expect((await browser.api.mustBeIn()).id).toBe(alice.id);
  });

  it('says why, and signs nobody in, when the address is not vouched for', async () => {
    await people.account('Alice');
    outside.visiting = { ...outside.visiting, email: 'alice@example.org', email_verified: false };
    const mallory = new AuthBrowser(people);
    const { location } = await mallory.signIn();
    expect(location).toBe('/sign-in?error=EmailNotVerified');
    expect(await mallory.api.me()).toBeNull();
    expect((await people.store.users.list({ limit: 9, after: null }, null)).items).toHaveLength(1);
  });

  it('signs nobody in by the answer that another browser was given', async () => {
    const mallory = new AuthBrowser(people);
    const answer = await mallory.visit(await mallory.start());
    const victim = new AuthBrowser(people);
    expect((await victim.ask('GET', answer)).location).toMatch(/error=/);
    expect(await victim.api.me()).toBeNull();
    await victim.start();
    expect((await victim.ask('GET', answer)).location).toMatch(/error=/);
    expect(await victim.api.me()).toBeNull();
  });

  it('says so when somebody changed their mind there', async () => {
    const frank = new AuthBrowser(people);
    await frank.start();
    const { status, location } = await frank.ask('GET', '/api/auth/callback/oidc?error=access_denied');
    expect([status, location]).toEqual([302, '/sign-in?error=AccessDenied']);
  });

  it('says so when the service cannot be reached', async () => {
    const oidc = { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'y', name: 'Away' };
    people = new People({ oauth: { github: null, google: null, oidc } });
    const start = await new AuthBrowser(people).start();
    expect(start.href).toContain(`${origin}/api/auth/error?error=OAuthSignin`);
    expect(people.logger.lines.map(({ level }) => level)).toContain('warn');
  });

  it('takes no answer twice', async () => {
    const frank = new AuthBrowser(people);
    const answer = await frank.visit(await frank.start());
    const again = new AuthBrowser(people);
    again.api.copyFrom(frank.api);
    await frank.ask('GET', answer);
    expect(await frank.api.me()).not.toBeNull();
    expect((await again.ask('GET', answer)).location).toMatch(/error=/);
    expect(await again.api.me()).toBeNull();
  });

  it('takes no answer whose state or code was changed', async () => {
    for (const name of ['state', 'code']) {
      const frank = new AuthBrowser(people);
      const answer = new URL(await frank.visit(await frank.start()));
      answer.searchParams.set(name, 'x'.repeat(43));
      expect((await frank.ask('GET', answer.href)).location).toMatch(/error=/);
      expect(await frank.api.me()).toBeNull();
    }
  });

  it('does not begin without the token against forged requests, nor for a page of another origin', async () => {
    const frank = new AuthBrowser(people);
    const { location } = await frank.ask('POST', '/api/auth/signin/oidc', { callbackUrl: '/' });
    expect(location).toContain('/api/auth/signin?csrf=true');
    const fields = { csrfToken: await frank.csrfToken() };
    const headers = { origin: 'https://evil.example' };
    expect((await frank.ask('POST', '/api/auth/signin/oidc', fields, headers)).status).toBe(403);
  });

  it.each([{ 'x-forwarded-host': 'evil.example' }, { 'x-forwarded-host': 'evil.example, vicinity.test' }])(
    'has itself sent back here, whatever the client writes into %o',
    async (headers) => {
      const start = await new AuthBrowser(people).start('/', headers);
      expect(start.searchParams.get('redirect_uri')).toBe(`${origin}/api/auth/callback/oidc`);
    },
  );

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'http://vicinity.test@evil.example/',
    'http://vicinity.test.evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://[',
  ])('goes on to no other site, not to %s either', async (wanted) => {
    const { status, location } = await new AuthBrowser(people).signIn(wanted);
    expect([status, new URL(location ?? '', origin).origin]).toEqual([302, origin]);
  });

  it('goes on to no other site that a planted cookie names', async () => {
    for (const planted of ['https%3A%2F%2Fevil.example', 'javascript%3A1', '%zz', 'x y']) {
      const frank = new AuthBrowser(people);
      const answer = await frank.visit(await frank.start());
      frank.api.keep(new Headers({ 'set-cookie': `next-auth.callback-url=${planted}` }));
      const { status, location } = await frank.ask('GET', answer);
      expect([status, new URL(location ?? '', origin).origin]).toEqual([302, origin]);
    }
  });
});

describe('next-auth’s own session', () => {
  it('is ours: it ends with the login', async () => {
    const frank = new AuthBrowser(people);
    await frank.signIn();
    const { id } = await frank.api.mustBeIn();
    const session = () => frank.ask('GET', '/api/auth/session').then(({ body }) => JSON.parse(body));
    expect(await session()).toMatchObject({ user: { id, name: 'Frank' } });
    await people.store.logins.endAll(id, null);
    expect(await session()).toEqual({});
  });

  it('ends the login and tells live people when it signs out', async () => {
    const frank = new AuthBrowser(people);
    await frank.signIn();
    const thief = people.browser().copyFrom(frank.api);
    people.live.takeKinds();
    await frank.ask('POST', '/api/auth/signout', { csrfToken: await frank.csrfToken() });
    expect([await frank.api.me(), await thief.me()]).toEqual([null, null]);
    expect(people.live.takeKinds()).toEqual(['signed-out']);
  });

  it('does not sign out for a forged request', async () => {
    const frank = new AuthBrowser(people);
    await frank.signIn();
    await frank.ask('POST', '/api/auth/signout', {});
    expect(await frank.api.me()).not.toBeNull();
  });

  it('is begun by email and password like ours, with the same limits', async () => {
    await people.account('Alice');
    const alice = new AuthBrowser(people);
    const signIn = async (password: string) => {
      const csrfToken = await alice.csrfToken();
      const fields = { csrfToken, email: 'alice@example.org', password, json: 'true' };
      return await alice.ask('POST', '/api/auth/callback/credentials', fields);
    };
    const wrong = await signIn('not the password');
    expect([wrong.status, wrong.body]).toEqual([401, expect.stringContaining('error=CredentialsSignin')]);
    expect((await signIn(goodPassword)).status).toBe(200);
    expect(await alice.api.me()).toMatchObject({ name: 'Alice' });
    for (let i = 0; i < 10; i += 1) await signIn('not the password');
    expect((await signIn(goodPassword)).body).toContain('error=RateLimited');
  });

  it('has the cookie of our own sessions over HTTPS, for HTTPS only', async () => {
    await people.account('Alice');
    const alice = new AuthBrowser(people);
    const https = { 'x-forwarded-proto': 'https' };
    const { csrfToken } = JSON.parse((await alice.ask('GET', '/api/auth/csrf', undefined, https)).body);
    const fields = { csrfToken, email: 'alice@example.org', password: goodPassword };
    await alice.ask('POST', '/api/auth/callback/credentials', fields, https);
    expect(alice.api.cookie).toContain('__Secure-next-auth.session-token=');
    const { status, body } = await alice.api.ask('GET', '/me', undefined, https);
    expect([status, body.user]).toEqual([200, expect.objectContaining({ name: 'Alice' })]);
    expect(await alice.api.me()).toBeNull();
  });

  it.each([
    ['POST', '/api/auth/_log'],
    ['POST', '/api/auth/session'],
    ['GET', '/api/auth/signout'],
    ['GET', '/api/auth/verify-request'],
    ['GET', '/api/auth/callback/oidc/more'],
    ['GET', '/api/auth/callback/credentials?email=a@example.org&password=x'],
    ['GET', '/api/auth/'],
  ] as const)('offers nothing at %s %s', async (method, path) => {
    expect((await new AuthBrowser(people).ask(method, path)).status).toBe(404);
  });

  it.each([
    ['{', 'application/json', 400],
    ['[1]', 'application/json', 400],
    ['{"a":{"b":1}}', 'application/json', 200],
    [`a=${'x'.repeat(20_000)}`, 'application/x-www-form-urlencoded', 413],
  ])('answers the body %.20j of %s with no error of the server', async (body, type, expected) => {
    const request = new Request(`${origin}/api/auth/signin/oidc`, {
      method: 'POST',
      headers: { host: 'vicinity.test', 'content-type': type },
      body,
    });
    const { status } = await handleAuth(request, people.services);
    expect(status).toBe(expected === 200 ? 302 : expected);
  });

  it('answers no address with an error of the server', async () => {
    const values = ['', '%0d%0aSet-Cookie:%20a=b', '%E2%80%AE', '%ff', '%00', 'x'.repeat(5_000), '[]', '%22'];
    const paths = [
      'error',
      'signin',
      'signin/oidc',
      'signin/nobody',
      'callback/oidc',
      'callback/nobody',
      'csrf',
    ];
    for (const path of paths) {
      for (const value of values) {
        for (const name of ['error', 'callbackUrl', 'state', 'code', 'csrf']) {
          const browser = new AuthBrowser(people);
          const answer = await browser.ask('GET', `/api/auth/${path}?${name}=${value}`);
          expect([path, name, value, answer.status]).toEqual([
            path,
            name,
            value,
            expect.toSatisfy(isNoFault),
          ]);
          expect(browser.api.cookie).not.toMatch(/(?:^|; )a=/);
        }
      }
    }
  });

  it.each(['evil.example/x', 'a b', 'user@evil.example', ''])('refuses the host %j', async (host) => {
    const { status } = await new AuthBrowser(people).ask('GET', '/api/auth/csrf', undefined, { host });
    expect(status).toBe(400);
  });
});
