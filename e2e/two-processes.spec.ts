import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';
import { startTwoProcesses } from './support/server.ts';

test('web and realtime are two processes over the embedded database: Alice and Bob meet', async ({
  home,
  invite,
}) => {
  const { web, realtime } = await startTwoProcesses(home);
  try {
    const [alice, bob] = [await invite('Alice'), await invite('Bob')];
    await alice.enter(web.url);
    await bob.enter(web.url);
    await alice.walkTo(places.meeting);
    await bob.walkTo(right(1));
    await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
    await Promise.all([alice.sees(1), bob.sees(1), alice.hears(1), bob.hears(1)]);
    const landing = await fetch(web.url, { headers: { 'accept-language': 'en' } });
    expect(await landing.text()).toContain('Alice');
  } finally {
    await web.stop();
    await realtime.stop();
  }
});
