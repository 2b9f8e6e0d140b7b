import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';
import { startServer } from './support/server.ts';

test('Bob reloads in mid-call and both hear and see each other again without a touch', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.hears(1), bob.hears(1)]);
  const tile = bob.tile();

  await bob.reload();
  await bob.isLive();
  expect(bob.tile()).toEqual(tile);
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), bob.hears(1), alice.sees(1), bob.sees(1)]);
});

test('Bob closes his tab in a call: Alice is told and alone at once', async ({ server, invite }) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);

  // Closing asks first, because Bob is in a call.
  const asked = bob.page.waitForEvent('dialog');
  await bob.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await alice.isAlone();
  await expect.poll(() => alice.openConnections()).toBe(0);
});

test('Bob opens a second tab: the first says so and has a way back', async ({ server, invite }) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await alice.isInCall('p2p', 2);

  const second = await bob.secondTab();
  await second.enter(server.url);
  await expect(bob.page.getByRole('heading', { name: 'You are in another tab' })).toBeVisible();
  expect(second.tile()).toEqual(right(1));
  await Promise.all([alice.isInCall('p2p', 2), second.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), second.hears(1)]);

  await bob.page.getByRole('button', { name: 'Use it here' }).click();
  await bob.isLive();
  await expect(second.page.getByRole('heading', { name: 'You are in another tab' })).toBeVisible();
  await Promise.all([alice.hears(1), bob.hears(1)]);
});

test('the server restarts cleanly: everybody is back on their tile and talks on', async ({
  server,
  home,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.hears(1), bob.hears(1)]);

  await server.stop();
  await Promise.all([alice.isReconnecting(), bob.isReconnecting()]);
  const again = await startServer(home);
  try {
    await Promise.all([alice.isLive(), bob.isLive()]);
    expect([alice.tile(), bob.tile()]).toEqual([places.meeting, right(1)]);
    await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
    await Promise.all([alice.hears(1), bob.hears(1), alice.sees(1), bob.sees(1)]);
  } finally {
    await again.stop();
  }
});

test('the server is killed: everybody is back on a tile at most 5 s old', async ({
  server,
  home,
  invite,
}) => {
  const alice = await invite('Alice');
  await alice.enter(server.url);
  await alice.walkTo(places.far);
  const stoodSinceMs = Date.now();
  await alice.walkTo({ x: places.far.x + 3, y: places.far.y });
  await alice.walkTo(places.far);
  const trail = [0, 1, 2, 3].map((dx) => ({ x: places.far.x + dx, y: places.far.y }));
  await expect
    .poll(() => Date.now() - stoodSinceMs, {
      message: 'what was walked here is older than 5 s',
      timeout: 10_000,
    })
    .toBeGreaterThan(5_000);

  await server.kill();
  await alice.isReconnecting();
  const again = await startServer(home);
  try {
    await alice.isLive();
    expect(trail).toContainEqual(alice.tile());
    expect(alice.tile()).toEqual(places.far);
  } finally {
    await again.stop();
  }
});
