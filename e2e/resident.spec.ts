import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';

test('Alice is alone: the resident shows her own picture and voice, and steps back when Bob comes', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await alice.walkTo(places.byResident);
  await alice.isInCall('sfu', 2);
  await Promise.all([alice.sees(1), alice.hears(1)]);
  await alice.page.getByRole('button', { name: 'About this picture' }).click();
  await expect(
    alice.page
      .getByRole('dialog')
      .getByText('This is your own picture and voice, as the server returns them.'),
  ).toBeVisible();
  await alice.page.keyboard.press('Escape');

  await bob.enter(server.url);
  await bob.walkTo({ x: places.byResident.x + 1, y: places.byResident.y });
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), bob.hears(1)]);
  await expect(alice.tileOf('Bob')).toBeVisible();

  await alice.walkTo(right(0));
  await alice.isAlone();
});
