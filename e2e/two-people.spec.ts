import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';

test('Alice and Bob walk together and talk, walk apart and stop', async ({ server, invite }) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await bob.walkTo(right(3));
  await alice.walkTo(places.meeting);
  await alice.isAlone();
  await bob.walkTo(right(2));

  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.sees(1), bob.sees(1), alice.hears(1), bob.hears(1)]);
  await expect(alice.tileOf('Bob')).toBeVisible();

  await bob.walkTo(right(3));
  await alice.hears(1);
  await bob.walkTo(right(4));
  await Promise.all([alice.isAlone(), bob.isAlone()]);
  await expect.poll(() => alice.openConnections() + bob.openConnections()).toBe(0);
});

test('Alice and Bob stand on both sides of a wall and nothing starts', async ({ server, invite }) => {
  const [alice, bob, carol] = [await invite('Alice'), await invite('Bob'), await invite('Carol')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meetingRoomWall);
  await bob.walkTo(places.kitchenWall);
  // Carol's arrival at Bob's side proves that bubbles are being made while Alice stays without one.
  await carol.enter(server.url);
  await carol.walkTo({ x: places.kitchenWall.x + 1, y: places.kitchenWall.y });
  await Promise.all([bob.isInCall('p2p', 2), carol.isInCall('p2p', 2)]);
  await alice.isAlone();
});

test('Bob mutes and turns his camera off, and Alice is told so', async ({ server, invite }) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.hears(1), bob.hears(1)]);

  await bob.page.getByRole('button', { name: 'Mute microphone' }).click();
  await alice.hears(0);
  await expect(alice.tileOf('Bob').getByText('Microphone off')).toBeAttached();
  await bob.page.getByRole('button', { name: 'Turn camera off' }).click();
  await expect(alice.tileOf('Bob').getByText('Camera off')).toBeAttached();

  await bob.page.getByRole('button', { name: 'Switch microphone on' }).click();
  await bob.page.getByRole('button', { name: 'Turn camera on' }).click();
  await Promise.all([alice.hears(1), alice.sees(1)]);
});

test('Bob steps away by hand: it ends for both and starts again only after they were apart', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);

  await bob.page.getByRole('button', { name: 'Step away' }).click();
  await Promise.all([alice.isAlone(), bob.isAlone()]);
  await bob.walkTo(right(2));
  await bob.walkTo(right(1));
  await bob.isAlone();
  await bob.walkTo(right(4));
  await bob.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), bob.hears(1)]);
});
