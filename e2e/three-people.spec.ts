import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';
import { mediaWorkerPids } from './support/workers.ts';

test('Carol makes it three and leaves; the two go on, and Alice is never without sound for a second', async ({
  server,
  invite,
}) => {
  const [alice, bob, carol] = [await invite('Alice'), await invite('Bob'), await invite('Carol')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.hears(1), bob.hears(1), alice.sees(1)]);
  await alice.listen();
  const callId = alice.callId();

  await carol.enter(server.url);
  await carol.walkTo(right(2));
  await Promise.all([alice, bob, carol].map((person) => person.isInCall('sfu', 3)));
  await Promise.all([alice, bob, carol].map((person) => person.hears(2)));
  await Promise.all([alice, bob, carol].map((person) => person.sees(2)));
  expect(alice.callId(), 'the call is the same one').toBe(callId);
  await expect.poll(() => alice.openConnections(), { message: 'the direct path is closed' }).toBe(2);

  await carol.walkTo(right(6));
  await carol.isAlone();
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), bob.hears(1), alice.sees(1), bob.sees(1)]);
  await expect.poll(() => alice.openConnections(), { message: 'the SFU is left' }).toBe(1);
  expect(alice.callId(), 'and still the same one').toBe(callId);

  const silence = alice.longestSilenceMs();
  test
    .info()
    .annotations.push({ type: 'longest silence over P2P→SFU→P2P', description: `${Math.round(silence)} ms` });
  expect(silence, alice.longestSilenceAt()).toBeLessThan(1_000);
});

test('the SFU worker is killed and the three see each other again without touching anything', async ({
  server,
  invite,
}) => {
  const people = [await invite('Alice'), await invite('Bob'), await invite('Carol')];
  for (const [index, person] of people.entries()) {
    await person.enter(server.url);
    await person.walkTo(right(index));
  }
  await Promise.all(people.map((person) => person.isInCall('sfu', 3)));
  await Promise.all(people.map((person) => person.hears(2)));

  const killed = mediaWorkerPids(server.pid);
  expect(killed.length).toBeGreaterThan(0);
  for (const pid of killed) process.kill(pid, 'SIGKILL');
  await expect.poll(() => mediaWorkerPids(server.pid).some((pid) => !killed.includes(pid))).toBe(true);

  await Promise.all(people.map((person) => person.sees(2)));
  await Promise.all(people.map((person) => person.hears(2)));
});
