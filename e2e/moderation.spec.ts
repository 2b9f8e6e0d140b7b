import { choose, enterAs, hostWindow, peoplePanel, personMenu } from './support/host.ts';
import { places, right } from './support/places.ts';
import { pushedWithinMs, Stopwatch } from './support/Stopwatch.ts';
import { expect, test } from './support/scenario.ts';
import { askForTicket, foundCompany } from './support/world.ts';

test('Mona mutes Max in a call, brings him to her and sends him out', async ({ server, invite }, info) => {
  const { spaceId, olga: olgaHerself, mona: monaHerself, max: maxHimself } = await foundCompany(server);
  const olga = await enterAs(invite, server, olgaHerself, spaceId);
  const max = await enterAs(invite, server, maxHimself, spaceId);
  const mona = await enterAs(invite, server, monaHerself, spaceId, { viewport: hostWindow });
  await olga.walkTo(places.meeting);
  await max.walkTo(right(1));
  await mona.walkTo(places.far);
  await Promise.all([olga.hears(1), max.hears(1)]);

  const menu = await personMenu(mona.page, 'Max');
  const mute = new Stopwatch(info);
  await choose(menu, 'Switch microphone off');
  // The probe hears a voice for 400 ms after its last sound.
  expect(await mute.lap('mute: Olga hears nobody (400 ms of it the probe’s)', olga.hears(0))).toBeLessThan(
    pushedWithinMs,
  );
  await expect(olga.tileOf('Max').getByText('Microphone off')).toBeAttached();
  await expect(max.page.getByText('Mona switched your microphone off')).toBeVisible();
  await max.page.getByRole('button', { name: 'Switch on', exact: true }).click();
  await olga.hears(1);

  await choose(await personMenu(mona.page, 'Max'), 'Bring here');
  await expect(max.page.getByText('Mona brought you over')).toBeVisible();
  await expect
    .poll(() => apart(max.tile(), places.far), { message: 'Max stands beside Mona, not in her place' })
    .toBe(1);
  const brought = max.tile();
  await olga.isAlone();
  await Promise.all([max.isInCall('p2p', 2), mona.isInCall('p2p', 2)]);
  await Promise.all([max.hears(1), mona.hears(1)]);
  await max.walkTo({ x: places.far.x + 2, y: places.far.y });
  await max.walkTo(brought);
  await max.expectTile(brought);

  await choose(await personMenu(mona.page, 'Max'), 'Send out…');
  const question = mona.page.getByRole('alertdialog', { name: 'Send Max out?' });
  const sendOut = new Stopwatch(info);
  await question.getByRole('button', { name: 'Send out', exact: true }).click();
  const farewell = max.page.getByRole('heading', { name: 'You were sent out of Lighthouse' });
  expect(await sendOut.lap('sent out: Max is told', farewell.waitFor())).toBeLessThan(pushedWithinMs);
  await mona.isAlone();
  await expect(mona.page.getByText('Max was sent out')).toBeVisible();
  await expect.poll(() => max.openConnections()).toBe(0);
  await max.page.getByRole('button', { name: 'Enter again' }).click();
  await max.isLive();
});

test('Mona bans Bob out of a call of three: he is told, the others talk on, and the bans page lets him in again', async ({
  server,
  invite,
}, info) => {
  const { api, spaceId, mona: monaHerself, max: maxHimself } = await foundCompany(server);
  const bobHimself = await api.makeAccount('Bob');
  const max = await enterAs(invite, server, maxHimself, spaceId);
  const bob = await enterAs(invite, server, bobHimself, spaceId);
  const mona = await enterAs(invite, server, monaHerself, spaceId, { viewport: hostWindow });
  for (const [index, person] of [mona, bob, max].entries()) await person.walkTo(right(index));
  await Promise.all([mona, bob, max].map((person) => person.isInCall('sfu', 3)));
  await Promise.all([mona, bob, max].map((person) => person.hears(2)));
  const callId = max.callId();

  await choose(await personMenu(mona.page, 'Bob'), 'Ban…');
  const question = mona.page.getByRole('alertdialog', { name: 'Ban Bob' });
  await question.getByLabel('Reason').fill('Loud music at the meeting');
  await question.getByRole('combobox', { name: 'For how long' }).click();
  await mona.page.getByRole('option', { name: '1 hour' }).click();
  const ban = new Stopwatch(info);
  await question.getByRole('button', { name: 'Ban', exact: true }).click();
  const verdict = bob.page.getByRole('heading', { name: 'You cannot be in Lighthouse at the moment' });
  const [toldMs, tileMs, soundMs] = await Promise.all([
    ban.lap('ban: Bob is told', verdict.waitFor()),
    ban.lap('ban: his tile is gone from Max’s page', max.tileOf('Bob').waitFor({ state: 'detached' })),
    ban.lap('ban: his sound is gone from Max’s page (400 ms of it the probe’s)', max.hears(1)),
  ]);
  expect(Math.max(toldMs, tileMs)).toBeLessThan(pushedWithinMs);
  expect(soundMs).toBeLessThan(pushedWithinMs);
  await expect(bob.page.getByText(/^You may come back after .*\d:\d\d/)).toBeVisible();
  await expect(bob.page.getByText('Loud music at the meeting')).toBeVisible();
  await expect.poll(() => bob.openConnections(), { message: 'Bob’s media connections close' }).toBe(0);
  await expect(mona.page.getByText('Bob is kept out')).toBeVisible();
  await Promise.all([mona.isInCall('p2p', 2), max.isInCall('p2p', 2)]);
  await Promise.all([mona.hears(1), max.hears(1), max.sees(1)]);
  expect(max.callId(), 'the call is the same one').toBe(callId);

  await bob.page.reload();
  const closedDoor = { name: 'You cannot enter Lighthouse' };
  await expect(bob.page.getByRole('heading', closedDoor)).toBeVisible();
  const tab = await bob.secondTab();
  await tab.page.goto(`${server.url}/space/${spaceId}`);
  await expect(tab.page.getByRole('heading', closedDoor)).toBeVisible();
  expect(await askForTicket(api, bobHimself, spaceId)).toMatchObject({
    status: 403,
    body: { code: 'banned' },
  });

  const bans = await mona.secondTab();
  await bans.page.goto(`${server.url}/space/${spaceId}/settings/bans`);
  await bans.page.getByRole('button', { name: 'Lift the ban of Bob' }).click();
  await bans.page.getByRole('alertdialog').getByRole('button', { name: 'Lift', exact: true }).click();
  await expect(bans.page.getByText('Bob may come in again')).toBeVisible();
  await tab.enterSpace(server.url, spaceId);
});

test('Mona bans a guest without an account and takes it back at once', async ({ server, invite }, info) => {
  const { api, spaceId, mona: monaHerself } = await foundCompany(server);
  const gusHimself = await api.makeGuest('Gus');
  const gus = await enterAs(invite, server, gusHimself, spaceId);
  const mona = await enterAs(invite, server, monaHerself, spaceId, { viewport: hostWindow });
  await mona.walkTo(places.meeting);
  await gus.walkTo(right(1));
  await Promise.all([gus.hears(1), mona.hears(1)]);

  await choose(await personMenu(mona.page, 'Gus'), 'Ban…');
  const ban = new Stopwatch(info);
  await mona.page.getByRole('alertdialog').getByRole('button', { name: 'Ban', exact: true }).click();
  const verdict = gus.page.getByRole('heading', { name: 'You cannot be in Lighthouse at the moment' });
  expect(await ban.lap('ban: a guest is told', verdict.waitFor())).toBeLessThan(pushedWithinMs);
  // News that is pointed at stays.
  const undo = mona.page.getByRole('button', { name: 'Undo', exact: true });
  await undo.hover();
  await mona.isAlone();
  await expect.poll(() => gus.openConnections()).toBe(0);
  await gus.page.reload();
  await expect(gus.page.getByRole('heading', { name: 'You cannot enter Lighthouse' })).toBeVisible();
  expect(await askForTicket(api, gusHimself, spaceId)).toMatchObject({ status: 403 });

  await undo.click();
  await expect(mona.page.getByText('Gus may come back')).toBeVisible();
  // His tab was inside before, so it goes straight back in.
  await gus.page.reload();
  await gus.isLive();
});

test('Mona cannot act on the admin or the owner: nothing is offered, and the server refuses', async ({
  server,
  invite,
}) => {
  const { api, spaceId, olga, adam, mona: monaHerself } = await foundCompany(server);
  await Promise.all([api.join(spaceId, olga), api.join(spaceId, adam)]);
  const mona = await enterAs(invite, server, monaHerself, spaceId, { viewport: hostWindow });
  const panel = await peoplePanel(mona.page);
  for (const superior of [olga, adam]) {
    await expect(panel.getByText(superior.name, { exact: true })).toBeVisible();
    const menu = await personMenu(mona.page, superior.name);
    await expect(menu.getByRole('menuitem')).toHaveText(['Walk to them', 'Write a message', 'Block']);
    await mona.page.keyboard.press('Escape');
    const participant = `/spaces/${spaceId}/participants/${superior.id}`;
    const refused = [
      api.ask('POST', `${participant}/mute`, { cookie: monaHerself.cookie }),
      api.ask('POST', `${participant}/move`, { cookie: monaHerself.cookie, body: places.far }),
      api.ask('DELETE', participant, { cookie: monaHerself.cookie }),
      api.ask('POST', `/spaces/${spaceId}/bans`, {
        cookie: monaHerself.cookie,
        body: { userId: superior.id },
      }),
      api.ask('PUT', `/spaces/${spaceId}/members/${superior.id}`, {
        cookie: monaHerself.cookie,
        body: { role: 'member' },
      }),
    ];
    for (const { status, body } of await Promise.all(refused)) {
      expect({ status, body }).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  }
  api.close();
});

test('everything that moderators did stands in the history, in words', async ({ server, invite }) => {
  const { api, spaceId, olga: olgaHerself, mona, max } = await foundCompany(server);
  const gus = await api.makeGuest('Gus');
  await Promise.all([api.join(spaceId, max), api.join(spaceId, gus)]);
  const act = (method: string, path: string, status: number, body?: object) =>
    api.must<{ ban: { id: string } }>(status, method, `/spaces/${spaceId}${path}`, {
      cookie: mona.cookie,
      body,
    });
  await act('POST', `/participants/${max.id}/mute`, 204);
  await act('POST', `/participants/${max.id}/move`, 204, places.far);
  await act('DELETE', `/participants/${max.id}`, 204);
  const banned = await act('POST', '/bans', 201, { userId: gus.id, reason: 'Loud music', durationS: 3_600 });
  await act('DELETE', `/bans/${banned.ban.id}`, 204);
  await act('PUT', '/lock', 204);
  await act('DELETE', '/lock', 204);
  await act('POST', '/announcements', 201, { text: 'Cake in the kitchen' });

  const olga = await invite('Olga', { viewport: hostWindow });
  await olga.signIn(server, olgaHerself);
  await olga.page.goto(`${server.url}/space/${spaceId}/settings/audit`);
  const lines = olga.page.getByRole('listitem');
  const told = [
    'Mona muted Max',
    'Mona moved Max',
    'Mona sent Max out',
    'Mona banned Gus until',
    'Mona let Gus in again',
    'Mona locked the door',
    'Mona unlocked the door',
    'Mona made an announcement',
    'Gus came in',
    'Max went out',
  ];
  for (const words of told) await expect(lines.filter({ hasText: words })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'Mona banned Gus until' })).toContainText('“Loud music”');
  api.close();
});

/** Steps between two tiles as a king walks, in tiles. */
function apart(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}
