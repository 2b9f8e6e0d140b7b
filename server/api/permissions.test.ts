import { beforeAll, describe, expect, it } from 'vitest';
import { isSpacePermission, sitePermissions, spacePermissions } from '#lib/domain/access/permissions.ts';
import { accountKinds, roles } from '#lib/domain/access/roles.ts';
import { scopes } from '#lib/domain/access/scopes.ts';
import type { Visibility } from '#lib/domain/access/standing.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { type OperationId, restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { type SeededSpace, seedSpace } from '#server/persistence/testing/seed.ts';
import { type Api, createApi } from './createApi.ts';
import { cookieOf, tokenOf } from './testing/subjects.ts';
import { createTestServices } from './testing/testServices.ts';

/** Every kind of person there is, towards one space. */
const subjects = [
  'anonymous',
  'guest',
  'stranger',
  'banned',
  'guestMember',
  'member',
  'moderator',
  'admin',
  'owner',
  'operator',
] as const;

type SubjectName = (typeof subjects)[number];

const visibilities = ['public', 'invite'] as const satisfies Visibility[];
const entries = Object.entries<RestRoute>(restCatalogue) as [OperationId, RestRoute][];

/** Says that the pipeline let somebody through: what comes after it is not tested here. */
const reached = 'last_owner';

const reach = () => Promise.reject(new RefusedError(reached, 'the operation was reached'));

/** Where the pipeline stops an allowed caller whose request says nothing: input is judged after rights. */
const passed: ReadonlySet<string> = new Set([reached, 'bad_request', 'precondition_required']);

/** The account of each subject, written down once more by hand. */
const accountOf: Record<SubjectName, (typeof accountKinds)[number]> = {
  anonymous: 'anonymous',
  guest: 'guest',
  stranger: 'account',
  banned: 'account',
  guestMember: 'guest',
  member: 'account',
  moderator: 'account',
  admin: 'account',
  owner: 'account',
  operator: 'operator',
};

/** The role of each subject in a space with an open and one with a closed door. */
function roleOf(subject: SubjectName, visibility: Visibility): (typeof roles)[number] | null {
  if (subject === 'anonymous' || subject === 'banned') return null;
  if (subject === 'guest' || subject === 'stranger') return visibility === 'public' ? 'guest' : null;
  if (subject === 'guestMember') return 'guest';
  return subject === 'operator' ? 'owner' : subject;
}

/** What the declaration of a route means for a subject: `null`, or the code of the refusal. */
function declared(
  { permission, path }: RestRoute,
  subject: SubjectName,
  visibility: Visibility,
): string | null {
  const role = roleOf(subject, visibility);
  const isHidden = visibility === 'invite' && role === null && subject !== 'banned';
  if (path.includes('{space}') && isHidden) return 'not_found';
  const has = isSpacePermission(permission)
    ? role !== null && roles.indexOf(role) >= roles.indexOf(spacePermissions[permission])
    : accountKinds.indexOf(accountOf[subject]) >= accountKinds.indexOf(sitePermissions[permission]);
  if (has) return null;
  if (subject === 'anonymous') return 'unauthorized';
  return subject === 'banned' && path.includes('{space}') ? 'banned' : 'forbidden';
}

/** A well-formed value for each parameter of a path; none of them names anything but the space. */
const somebody = '0190c5a0-0000-7000-8000-000000000001';
const sampleOf: Record<string, string> = {
  token: 'A'.repeat(43),
  provider: 'github',
  emoji: encodeURIComponent('👍'),
};

function urlOf({ path }: RestRoute, spaceId: string): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'space') return spaceId;
    // A token of the API is named by its id, an invitation by its secret.
    return path.startsWith('/me/tokens') ? somebody : (sampleOf[name] ?? somebody);
  });
  return `http://here/api/v1${filled}`;
}

let checks = 0;

/** Holds an answer's code against what was declared; `null` is any code of those that were let through. */
function expectCode(code: string, expected: string | null, subject: SubjectName): void {
  if (expected === null) expect(passed, `${subject}: ${code}`).toContain(code);
  else expect(code, subject).toBe(expected);
}

describe('rights of the REST API', () => {
  const test = createTestServices();
  const api: Api = createApi(test.services, () => reach);
  const spaces = new Map<Visibility, SeededSpace>();
  const cookies = new Map<SubjectName, string>();
  const tokens = new Map<SubjectName, { all: string; none: string }>();

  beforeAll(async () => {
    const open = await seedSpace(test.store, { visibility: 'public' });
    spaces.set('public', open);
    spaces.set('invite', await seedSpace(test.store, { visibility: 'invite', people: open.people }));
    for (const subject of subjects) {
      if (subject === 'anonymous') continue;
      const user = open.people[subject];
      cookies.set(subject, await cookieOf(test.services, user));
      const [all, none] = [await tokenOf(test.services, user.id), await tokenOf(test.services, user.id, [])];
      tokens.set(subject, { all, none });
    }
  });

  /** The code that a request without any content gets. */
  async function ask(
    route: RestRoute,
    visibility: Visibility,
    headers: Record<string, string>,
  ): Promise<string> {
    checks += 1;
    const spaceId = spaces.get(visibility)?.space.id ?? '';
    const request = new Request(urlOf(route, spaceId), { method: route.method, headers });
    const { code } = await (await api.handle(request)).json();
    return code;
  }

  const cookieHeaders = (subject: SubjectName): Record<string, string> => {
    const cookie = cookies.get(subject);
    return cookie === undefined ? {} : { cookie };
  };

  describe.each(visibilities)('in a space that is %s', (visibility) => {
    it.each(entries)('%s', async (_, route) => {
      for (const subject of subjects) {
        const code = await ask(route, visibility, cookieHeaders(subject));
        expectCode(code, declared(route, subject, visibility), subject);
      }
    });
  });

  /** The same by a token that is good for everything, and by one that is good for nothing. */
  async function askByTokens(route: RestRoute, subject: SubjectName): Promise<void> {
    const secrets = tokens.get(subject);
    if (secrets === undefined) return;
    const expected = route.scope === null ? 'forbidden' : declared(route, subject, 'public');
    expectCode(await ask(route, 'public', { authorization: `Bearer ${secrets.all}` }), expected, subject);
    const isForAnybody = route.permission === 'none' && route.scope !== null;
    const without = isForAnybody ? null : 'forbidden';
    expectCode(await ask(route, 'public', { authorization: `Bearer ${secrets.none}` }), without, subject);
  }

  describe('by API token', () => {
    it.each(entries)('%s', async (_, route) => {
      for (const subject of subjects) await askByTokens(route, subject);
    });
  });

  it('refuses tokens that are not ours, instead of taking them for nobody', async () => {
    for (const authorization of ['Bearer vic_unknownunknownunknown', 'Bearer x', 'Basic YTpi', 'Bearer ']) {
      for (const [, route] of entries)
        expect(await ask(route, 'public', { authorization })).toBe('unauthorized');
    }
  });

  it('has asked every role at every route', () => {
    expect(checks).toBeGreaterThan(entries.length * subjects.length * 2);
    console.info(`rights: ${entries.length} routes, ${checks} checks, ${scopes.length} scopes`);
  });
});

/** The whole table as it reads, so that a change of rights is seen in review. */
it('the table of rights is the one that was agreed on', async () => {
  const lines = entries.map(([id, route]) => {
    const who = subjects.filter((subject) => declared(route, subject, 'public') === null);
    const scope = route.scope ?? 'session only';
    return `${id.padEnd(22)} ${route.permission.padEnd(24)} ${scope.padEnd(15)} ${who.join(' ')}`;
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./permissions.table.txt');
});
