import { freePort } from './support/freePorts.ts';
import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';
import { startServer } from './support/server.ts';

test('web and realtime are two processes over the embedded database: Alice and Bob meet', async ({
  home,
  invite,
}) => {
  const webPort = await freePort();
  const webUrl = `http://localhost:${webPort}`;
  const realtime = await startServer({
    ...home,
    env: { ...home.env, VICINITY_ROLE: 'realtime', VICINITY_WEB_ORIGINS: webUrl },
  });
  const web = await startServer(
    { ...home, port: webPort, env: { VICINITY_ROLE: 'web', VICINITY_REALTIME_URL: realtime.url } },
    ['node_modules/next/dist/bin/next', 'start', '--port', String(webPort)],
  );
  try {
    const [alice, bob] = [await invite('Alice'), await invite('Bob')];
    await alice.enter(webUrl);
    await bob.enter(webUrl);
    await alice.walkTo(places.meeting);
    await bob.walkTo(right(1));
    await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
    await Promise.all([alice.sees(1), bob.sees(1), alice.hears(1), bob.hears(1)]);
    const landing = await fetch(webUrl, { headers: { 'accept-language': 'en' } });
    expect(await landing.text()).toContain('Alice');
  } finally {
    await web.stop();
    await realtime.stop();
  }
});
