import { enterAs, giveRole, hostWindow, peoplePanel, personMenu, placeMenu } from './support/host.ts';
import { places, right } from './support/places.ts';
import { pushedWithinMs, Stopwatch } from './support/Stopwatch.ts';
import { expect, test } from './support/scenario.ts';
import { editSpace, foundCompany } from './support/world.ts';

test('Olga makes Max moderator in mid-call and takes it back: his open page follows at once', async ({
  server,
  invite,
}, info) => {
  const { api, spaceId, olga: olgaHerself, max: maxHimself } = await foundCompany(server);
  await api.join(spaceId, await api.makeGuest('Gus'));
  const max = await enterAs(invite, server, maxHimself, spaceId, { viewport: hostWindow });
  const olga = await enterAs(invite, server, olgaHerself, spaceId, { viewport: hostWindow });
  await max.walkTo(places.meeting);
  await olga.walkTo(right(1));
  await Promise.all([max.hears(1), olga.hears(1)]);

  const offered = (await personMenu(max.page, 'Gus')).getByRole('menuitem');
  await expect(offered).toHaveText(['Walk to them', 'Write a message', 'Block']);
  const promotion = new Stopwatch(info);
  await Promise.all([
    giveRole(olga.page, 'Max', 'Moderator'),
    promotion.lap(
      'role given, from the first click: its menu lines are there',
      offered.filter({ hasText: 'Ban…' }).waitFor(),
    ),
  ]);
  await expect(offered).toHaveText([
    'Walk to them',
    'Write a message',
    'Bring here',
    'Switch microphone off',
    'Block',
    'Send out…',
    'Ban…',
  ]);
  await expect(max.page.getByText('You are now a moderator here')).toBeVisible();
  await expect(olga.page.getByText('Max is now a moderator')).toBeVisible();

  await giveRole(olga.page, 'Max', 'Member');
  await expect(offered).toHaveText(['Walk to them', 'Write a message', 'Block']);
  await expect(max.page.getByText('You are now a member here')).toBeVisible();
  await max.page.keyboard.press('Escape');
  await expect((await placeMenu(max.page)).getByRole('menuitem', { name: 'Announce…' })).toHaveCount(0);
  await Promise.all([max.hears(1), olga.hears(1)]);

  const change = async (role: 'admin' | 'member'): Promise<number> => {
    const watch = new Stopwatch(info);
    const path = `/spaces/${spaceId}/members/${maxHimself.id}`;
    await api.must(200, 'PUT', path, { cookie: olgaHerself.cookie, body: { role } });
    return watch.lap(`role changed to ${role} over REST: the page has it`, max.isIn(role));
  };
  expect(await change('admin')).toBeLessThan(pushedWithinMs);
  expect(await change('member')).toBeLessThan(pushedWithinMs);
  api.close();
});

test('Max is taken from the members of an invite-only space while he is inside: he leaves at once', async ({
  server,
  invite,
}, info) => {
  const { api, spaceId, olga, max: maxHimself } = await foundCompany(server, { visibility: 'invite' });
  const max = await enterAs(invite, server, maxHimself, spaceId);
  const removal = new Stopwatch(info);
  const path = `/spaces/${spaceId}/members/${maxHimself.id}`;
  await api.must(204, 'DELETE', path, { cookie: olga.cookie });
  const farewell = max.page.getByRole('heading', { name: 'Lighthouse is closed' });
  expect(await removal.lap('membership ended: Max is out', farewell.waitFor())).toBeLessThan(pushedWithinMs);
  await max.page.reload();
  await expect(
    max.page.getByRole('heading', { name: 'There is no such place, or you need to be invited' }),
  ).toBeVisible();
});

test('a public space becomes invite-only: guests leave, members stay', async ({ server, invite }, info) => {
  const { api, spaceId, olga, max: maxHimself } = await foundCompany(server);
  const gusHimself = await api.makeGuest('Gus');
  const max = await enterAs(invite, server, maxHimself, spaceId);
  const gus = await enterAs(invite, server, gusHimself, spaceId);
  await max.walkTo(places.meeting);
  await gus.walkTo(right(1));
  await Promise.all([max.hears(1), gus.hears(1)]);

  const closing = new Stopwatch(info);
  await editSpace(api, olga, spaceId, { visibility: 'invite' });
  const farewell = gus.page.getByRole('heading', { name: 'Lighthouse is closed' });
  expect(await closing.lap('invite-only now: the guest is out', farewell.waitFor())).toBeLessThan(
    pushedWithinMs,
  );
  await max.isAlone();
  await max.isLive();
});

const lookingOn = ['Invite people', 'Read the welcome again', 'Your account (opens a new tab)'];
const lookingAfter = [
  'Invite people',
  'Announce…',
  'Lock the space',
  'Space settings (opens a new tab)',
  'Read the welcome again',
  'Your account (opens a new tab)',
];
const forEverybody = ['Keyboard shortcuts', 'Leave the space'];
const calm = ['Walk to them', 'Write a message', 'Block'];
const moderating = [
  'Walk to them',
  'Write a message',
  'Bring here',
  'Switch microphone off',
  'Block',
  'Send out…',
  'Ban…',
];
const administering = [
  'Walk to them',
  'Write a message',
  'Bring here',
  'Switch microphone off',
  'Change role',
  'Block',
  'Send out…',
  'Ban…',
];

/** What the menu of the place and the menus of people of each role offer, by who looks. */
const offers = {
  guest: { place: lookingOn, guest: calm, member: calm, moderator: calm, admin: calm, owner: calm },
  member: { place: lookingOn, guest: calm, member: calm, moderator: calm, admin: calm, owner: calm },
  moderator: {
    place: lookingAfter,
    guest: moderating,
    member: moderating,
    moderator: calm,
    admin: calm,
    owner: calm,
  },
  admin: {
    place: lookingAfter,
    guest: administering,
    member: administering,
    moderator: administering,
    admin: calm,
    owner: calm,
  },
  owner: {
    place: lookingAfter,
    guest: administering,
    member: administering,
    moderator: administering,
    admin: administering,
    owner: calm,
  },
  operator: {
    place: lookingAfter,
    guest: administering,
    member: administering,
    moderator: administering,
    admin: administering,
    owner: calm,
  },
} as const;

const roles = ['guest', 'member', 'moderator', 'admin', 'owner'] as const;

test('each role is offered what it may do, and nothing else', async ({ server, invite }) => {
  const { api, spaceId, olga, adam, mona, max } = await foundCompany(server);
  const present = {
    guest: await api.makeGuest('Gus'),
    member: max,
    moderator: mona,
    admin: adam,
    owner: olga,
  };
  for (const someone of Object.values(present)) await api.join(spaceId, someone);
  const lookers = {
    guest: await api.makeGuest('Greta'),
    member: await api.makeAccount('Mia'),
    moderator: await api.makeAccount('Moritz'),
    admin: await api.makeAccount('Anna'),
    owner: await api.makeAccount('Otto'),
    operator: await api.claimOperator('Ophelia'),
  };
  for (const role of ['member', 'moderator', 'admin', 'owner'] as const) {
    await api.admit(olga, spaceId, lookers[role], role);
  }
  for (const [who, offer] of Object.entries(offers)) {
    const looker = lookers[who as keyof typeof offers];
    const person = await enterAs(invite, server, looker, spaceId, { viewport: hostWindow });
    const { page } = person;
    const place = await placeMenu(page);
    await expect
      .soft(place.getByRole('menuitem'), `${who}: place`)
      .toHaveText([...offer.place, ...forEverybody]);
    await page.keyboard.press('Escape');
    await peoplePanel(page);
    for (const role of roles) {
      const menu = await personMenu(page, present[role].name);
      await expect.soft(menu.getByRole('menuitem'), `${who}: ${role}`).toHaveText([...offer[role]]);
      await page.keyboard.press('Escape');
    }
    await person.close();
  }
  api.close();
});
