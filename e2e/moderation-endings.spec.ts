import { io } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { type Account, type RunningApi, testPassword } from '../server/testing/RunningApi.ts';
import { enterAs, hostWindow } from './support/host.ts';
import { places, right } from './support/places.ts';
import { pushedWithinMs, Stopwatch } from './support/Stopwatch.ts';
import { expect, test } from './support/scenario.ts';
import { askForTicket, foundCompany } from './support/world.ts';

test('Max signs out everywhere from another browser: his page leaves its call at once', async ({
  server,
  invite,
}, info) => {
  const { api, spaceId, olga: olgaHerself, max: maxHimself } = await foundCompany(server);
  const max = await enterAs(invite, server, maxHimself, spaceId);
  const olga = await enterAs(invite, server, olgaHerself, spaceId);
  await max.walkTo(places.meeting);
  await olga.walkTo(right(1));
  await Promise.all([max.hears(1), olga.hears(1)]);

  const away = await invite('Max', { viewport: hostWindow });
  await away.signIn(server, await anotherLogin(api, maxHimself));
  await away.page.goto(`${server.url}/account/security`);
  await away.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  const question = away.page.getByRole('alertdialog', { name: 'Sign out everywhere?' });
  const end = new Stopwatch(info);
  await question.getByRole('button', { name: 'Sign out everywhere' }).click();
  const farewell = max.page.getByRole('heading', { name: 'You are signed out' });
  const [toldMs, tileMs] = await Promise.all([
    end.lap('signed out everywhere: the page in the call says so', farewell.waitFor()),
    end.lap('signed out everywhere: his tile is gone', olga.tileOf('Max').waitFor({ state: 'detached' })),
  ]);
  expect(Math.max(toldMs, tileMs)).toBeLessThan(pushedWithinMs);
  await olga.isAlone();
  await expect.poll(() => max.openConnections()).toBe(0);
  await expect(away.page).toHaveURL(/\/sign-in/);
  await max.page.getByRole('link', { name: 'Sign in' }).click();
  await expect(max.page).toHaveURL(/\/sign-in\?returnTo=%2Fspace%2F/);
});

test('Olga archives the space: it closes for everybody, with words of its own', async ({
  server,
  invite,
}, info) => {
  const { api, spaceId, olga, max: maxHimself } = await foundCompany(server);
  const max = await enterAs(invite, server, maxHimself, spaceId);
  const gus = await enterAs(invite, server, await api.makeGuest('Gus'), spaceId);
  await max.walkTo(places.meeting);
  await gus.walkTo(right(1));
  await Promise.all([max.hears(1), gus.hears(1)]);

  const archiving = new Stopwatch(info);
  await api.must(200, 'PUT', `/spaces/${spaceId}/archive`, { cookie: olga.cookie });
  for (const { name, page } of [max, gus]) {
    const farewell = page.getByRole('heading', { name: 'Lighthouse is closed' });
    expect(await archiving.lap(`archived: ${name} is told`, farewell.waitFor())).toBeLessThan(pushedWithinMs);
  }
  await expect.poll(() => max.openConnections() + gus.openConnections()).toBe(0);
  await gus.page.reload();
  await expect(gus.page.getByRole('heading', { name: 'Lighthouse is closed' })).toBeVisible();
  await expect(gus.page.getByText('It was archived.')).toBeVisible();
});

test('tickets from before a ban or a sign-out let nobody in afterwards', async ({ server }) => {
  const { api, spaceId, mona, max } = await foundCompany(server);
  const bob = await api.makeAccount('Bob');
  const gus = await api.makeGuest('Gus');
  const [ofBob, ofMax, ofGus] = await Promise.all(
    [bob, max, gus].map((each) => takeTicket(api, each, spaceId)),
  );

  await api.must(201, 'POST', `/spaces/${spaceId}/bans`, { cookie: mona.cookie, body: { userId: bob.id } });
  await api.must(204, 'DELETE', '/me/logins', { cookie: max.cookie });
  await api.must(204, 'DELETE', '/session', { cookie: gus.cookie });

  expect(await refusalOf(server.url, ofBob, spaceId)).toBe('banned');
  expect(await refusalOf(server.url, ofMax, spaceId)).toBe('unauthorized');
  expect(await refusalOf(server.url, ofGus, spaceId)).toBe('unauthorized');
  expect(await askForTicket(api, bob, spaceId)).toMatchObject({ status: 403, body: { code: 'banned' } });
  expect(await askForTicket(api, max, spaceId)).toMatchObject({ status: 401 });
  expect(await askForTicket(api, gus, spaceId)).toMatchObject({ status: 401 });
});

/** The same account in another browser. */
async function anotherLogin(api: RunningApi, { email, ...account }: Account): Promise<Account> {
  const { headers } = await api.ask('POST', '/session', { body: { email, password: testPassword } });
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { ...account, email, cookie: cookies.join('; ') };
}

async function takeTicket(api: RunningApi, someone: Account, spaceId: string): Promise<string> {
  const body = { spaceId, sessionId: uuidv7() };
  const { ticket } = await api.must<{ ticket: string }>(201, 'POST', '/tickets', {
    cookie: someone.cookie,
    body,
  });
  return ticket;
}

/** The code by which a socket with this ticket is refused, or `joined`. */
async function refusalOf(url: string, ticket: string | undefined, spaceId: string): Promise<string> {
  const socket = io(`${url}/space`, {
    transports: ['websocket'],
    auth: { token: ticket },
    query: { spaceId },
    reconnection: false,
    forceNew: true,
  });
  try {
    const refusedAtOnce = new Promise<string>((resolve) => {
      socket.once('connect_error', (error) => resolve(codeOf(Reflect.get(error, 'data')) ?? error.message));
    });
    const answer = socket.timeout(10_000).emitWithAck('join', { spaceId });
    const joined = answer.then(
      (reply: object) => ('self' in reply ? 'joined' : (codeOf(Reflect.get(reply, 'error')) ?? 'refused')),
      () => 'no answer',
    );
    return await Promise.race([refusedAtOnce, joined]);
  } finally {
    socket.close();
  }
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? String(Reflect.get(error, 'code')) : undefined;
}
