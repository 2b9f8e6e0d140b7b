import type { BrowserContext } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import type { Me } from '#lib/protocol/rest/me.ts';
import { type Account, type Reply, RunningApi } from '../../server/testing/RunningApi.ts';
import type { Server } from './server.ts';

/** The API of a running product, for what a scenario needs but does not show. */
export const apiOf = (server: Server): RunningApi => new RunningApi(server.url, () => server.output());

/** The cookies of somebody who was made over the API, as a browser takes them. */
export function cookiesOf(account: Account, url: string) {
  return account.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' as const };
  });
}

/** Signs a browser in as somebody who was made over the API. */
export async function signIn(
  context: BrowserContext,
  server: Pick<Server, 'url'>,
  account: Account,
): Promise<void> {
  await context.addCookies(cookiesOf(account, server.url));
}

/** A small company: everybody has an account and a role in one space. */
export interface Company {
  readonly api: RunningApi;
  readonly spaceId: string;
  readonly olga: Account;
  readonly adam: Account;
  readonly mona: Account;
  readonly max: Account;
}

/** Olga owns the space, Adam is its admin, Mona its moderator, Max a member. */
export async function foundCompany(server: Server, settings: object = {}): Promise<Company> {
  const api = apiOf(server);
  const olga = await api.makeAccount('Olga');
  const spaceId = await api.makeSpace(olga, { name: 'Lighthouse', ...settings });
  const [adam, mona, max] = [
    await api.makeAccount('Adam'),
    await api.makeAccount('Mona'),
    await api.makeAccount('Max'),
  ];
  await api.admit(olga, spaceId, adam, 'admin');
  await api.admit(olga, spaceId, mona, 'moderator');
  await api.admit(olga, spaceId, max, 'member');
  return { api, spaceId, olga, adam, mona, max };
}

/** Asks the web part for somebody's pass into a space. */
export function askForTicket(api: RunningApi, someone: Account, spaceId: string): Promise<Reply> {
  const body = { spaceId, sessionId: uuidv7() };
  return api.ask('POST', '/tickets', { cookie: someone.cookie, body });
}

/** Edits a space as it is now. */
export async function editSpace(
  api: RunningApi,
  owner: Account,
  spaceId: string,
  body: object,
): Promise<void> {
  const path = `/spaces/${spaceId}`;
  const { headers } = await api.ask('GET', path, { cookie: owner.cookie });
  const edit = { cookie: owner.cookie, headers: { 'if-match': headers.get('etag') ?? '' }, body };
  await api.must(200, 'PATCH', path, edit);
}

/** Somebody wants the browser's own notices. */
export async function wishForNotices(api: RunningApi, { cookie }: Account): Promise<void> {
  const { headers, body } = await api.ask('GET', '/me', { cookie });
  const { preferences } = (body as Me).user;
  const notifications = { ...preferences.notifications, desktop: true };
  await api.must(200, 'PATCH', '/me', {
    cookie,
    headers: { 'if-match': headers.get('etag') ?? '' },
    body: { preferences: { ...preferences, notifications } },
  });
}
