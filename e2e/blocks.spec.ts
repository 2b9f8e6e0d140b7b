import { choose, enterAs, hostWindow, personMenu } from './support/host.ts';
import { right } from './support/places.ts';
import { pushedWithinMs, Stopwatch } from './support/Stopwatch.ts';
import { expect, test } from './support/scenario.ts';
import { foundCompany } from './support/world.ts';

test('Alice blocks Bob among three: they neither see nor hear each other, and both go on with Carol', async ({
  server,
  invite,
}, info) => {
  const { api, spaceId } = await foundCompany(server);
  const alice = await enterAs(invite, server, await api.makeAccount('Alice'), spaceId, {
    viewport: hostWindow,
  });
  const bob = await enterAs(invite, server, await api.makeGuest('Bob'), spaceId);
  const carol = await enterAs(invite, server, await api.makeGuest('Carol'), spaceId);
  const people = [alice, bob, carol];
  for (const [index, person] of [alice, carol, bob].entries()) await person.walkTo(right(index));
  await Promise.all(people.map((person) => person.isInCall('sfu', 3)));
  await Promise.all(people.map((person) => person.hears(2)));

  const menu = await personMenu(alice.page, 'Bob');
  const block = new Stopwatch(info);
  await choose(menu, 'Block');
  const [aliceMs, bobMs] = await Promise.all([
    block.lap(
      'block: Bob’s tile is gone from Alice’s page',
      alice.tileOf('Bob').waitFor({ state: 'detached' }),
    ),
    block.lap(
      'block: Alice’s tile is gone from Bob’s page',
      bob.tileOf('Alice').waitFor({ state: 'detached' }),
    ),
    block.lap('block: Alice hears one (400 ms of it the probe’s)', alice.hears(1)),
    block.lap('block: Bob hears one (400 ms of it the probe’s)', bob.hears(1)),
  ]);
  expect(Math.max(aliceMs, bobMs)).toBeLessThan(pushedWithinMs);
  await expect(alice.page.getByText('You block Bob')).toBeVisible();
  await Promise.all([alice.isInCall('sfu', 2), bob.isInCall('sfu', 2), carol.isInCall('sfu', 3)]);
  await Promise.all([alice.sees(1), bob.sees(1), carol.sees(2)]);
  await Promise.all([alice.hears(1), bob.hears(1), carol.hears(2)]);
  await expect(alice.tileOf('Carol')).toBeVisible();
  await expect(bob.tileOf('Carol')).toBeVisible();

  await carol.walkTo(right(7));
  await Promise.all(people.map((person) => person.isAlone()));
  await bob.walkTo(right(1));
  // Carol’s return proves that calls are being made while the two have none.
  await carol.walkTo(right(2));
  await Promise.all([alice.isInCall('sfu', 2), bob.isInCall('sfu', 2)]);
  await carol.walkTo(right(7));
  await Promise.all([alice.isAlone(), bob.isAlone()]);

  await choose(await personMenu(alice.page, 'Bob'), 'Unblock');
  await expect(alice.page.getByText('You no longer block Bob')).toBeVisible();
  await bob.walkTo(right(4));
  await bob.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), bob.hears(1), alice.sees(1), bob.sees(1)]);
});
