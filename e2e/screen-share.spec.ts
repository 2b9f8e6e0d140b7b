import { closeChat, joinRoomCall, openRoom, seesScreen } from './support/calls.ts';
import type { Person } from './support/Person.ts';
import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';
import { mediaWorkerPids } from './support/workers.ts';

/** Keeps what the page gets of the screen, so that a scenario can end it as the browser's own bar does. */
async function keepScreens({ page }: Person): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getDisplayMedia.bind(mediaDevices);
    mediaDevices.getDisplayMedia = async (options) => {
      const stream = await ask(options);
      window.addEventListener('scenario-ends-screen', () => {
        for (const track of stream.getTracks()) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      });
      return stream;
    };
  });
}

async function share({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Share your screen' }).click();
  await expect(page.getByText(/^You share your screen/)).toBeVisible();
}

test('Alice shares her screen in a bubble: Bob sees it large, and two are direct again after it', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  const callId = alice.callId();

  await share(alice);
  await Promise.all([alice.isInCall('sfu', 2), bob.isInCall('sfu', 2)]);
  await seesScreen(bob);
  expect(bob.callId()).toBe(callId);
  await Promise.all([alice.sees(1), bob.sees(1)]);

  await bob.page.getByRole('button', { name: 'Make the screen small' }).click();
  await expect(bob.page.getByTestId('screen-stage')).toHaveCount(0);
  await bob.page.getByRole('button', { name: 'Enlarge the screen of Alice' }).click();
  await seesScreen(bob);

  await alice.page.getByRole('button', { name: 'Stop sharing' }).first().click();
  await expect(bob.page.getByTestId('screen-stage')).toHaveCount(0);
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), bob.hears(1)]);
});

test('Alice’s screen outlives the SFU’s worker, and ends when she stops it in the browser', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await keepScreens(alice);
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await share(alice);
  await seesScreen(bob);

  const killed = mediaWorkerPids(server.pid);
  for (const pid of killed) process.kill(pid, 'SIGKILL');
  await expect.poll(() => mediaWorkerPids(server.pid).some((pid) => !killed.includes(pid))).toBe(true);
  await seesScreen(bob);

  await alice.page.evaluate(() => window.dispatchEvent(new Event('scenario-ends-screen')));
  await expect(alice.page.getByText('You no longer share your screen')).toBeVisible();
  await expect(bob.page.getByTestId('screen-stage')).toHaveCount(0);
});

test('Alice’s screen is shared in a room’s call, and no longer when she leaves it', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  for (const [person, tile] of [
    [alice, places.meeting],
    [bob, places.far],
  ] as const) {
    await person.enter(server.url);
    await person.walkTo(tile);
    await openRoom(person, 'General');
    await joinRoomCall(person);
    await closeChat(person);
  }
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await share(alice);
  await seesScreen(bob);
  const tools = alice.page.getByRole('navigation', { name: 'Call and tools' });
  await tools.getByRole('button', { name: 'Leave call' }).click();
  await alice.isAlone();
  await expect(alice.page.getByText('You no longer share your screen')).toBeVisible();
  await expect(bob.page.getByTestId('screen-stage')).toHaveCount(0);
  await bob.isInCall('p2p', 1);
});

test('Alice’s phone cannot share a screen, and does not offer it', async ({ server, invite }) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.page.addInitScript(() => {
    Reflect.deleteProperty(MediaDevices.prototype, 'getDisplayMedia');
  });
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await alice.isInCall('p2p', 2);
  await expect(bob.page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  await expect(alice.page.getByRole('button', { name: 'Share your screen' })).toHaveCount(0);
});
