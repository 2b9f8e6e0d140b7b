import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';

test('Dora’s browser refuses camera and microphone: she is told why, gets in, and sees and hears Alice', async ({
  server,
  invite,
}) => {
  const alice = await invite('Alice');
  const dora = await invite('Dora', { allowsDevices: false });
  await alice.enter(server.url);
  await dora.page.goto(`${server.url}/space/demo`);
  await expect(dora.page.getByText('Your browser keeps the camera and microphone closed')).toBeVisible();
  await dora.enter(server.url);

  await alice.walkTo(places.meeting);
  await dora.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), dora.isInCall('p2p', 2)]);
  await Promise.all([dora.sees(1), dora.hears(1)]);
  await expect(alice.tileOf('Dora').getByText('Microphone off')).toBeAttached();
});

test('Dora reloads without devices: her browser holds the sound back until she touches the page', async ({
  server,
  invite,
}) => {
  const alice = await invite('Alice');
  const dora = await invite('Dora', { allowsDevices: false, holdsSoundBack: true });
  await alice.enter(server.url);
  await dora.enter(server.url);
  await alice.walkTo(places.meeting);
  await dora.walkTo(right(1));
  await dora.hears(1);

  await dora.reload();
  await dora.isInCall('p2p', 2);
  await dora.isAskedToTap();
  await dora.page.getByRole('button', { name: 'Tap to hear' }).click();
  await dora.hears(1);
});
