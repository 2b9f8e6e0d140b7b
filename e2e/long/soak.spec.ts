import { places, right } from '../support/places.ts';
import { expect, test } from '../support/scenario.ts';

const rounds = 20;

test(`Bob walks up to Alice and away ${rounds} times, Carol joins every fourth time: nothing is left over`, async ({
  server,
  invite,
}) => {
  const [alice, bob, carol] = [await invite('Alice'), await invite('Bob'), await invite('Carol')];
  for (const person of [bob, carol, alice]) await person.enter(server.url);
  await bob.walkTo(right(4));
  await carol.walkTo(right(7));
  await alice.walkTo(places.meeting);
  for (let round = 0; round < rounds; round += 1) {
    await bob.walkTo(right(1));
    await Promise.all([alice.hears(1), bob.hears(1)]);
    if (round % 4 === 3) {
      await carol.walkTo(right(2));
      await Promise.all([alice, bob, carol].map((person) => person.hears(2)));
      await carol.walkTo(right(7));
      await carol.isAlone();
    }
    await bob.walkTo(right(4));
    await Promise.all([alice.isAlone(), bob.isAlone()]);
  }
  await expect.poll(() => alice.openConnections() + bob.openConnections() + carol.openConnections()).toBe(0);
  const health = await (await fetch(`${server.url}/health`)).text();
  test.info().annotations.push({ type: 'health after the soak', description: health });
  expect(server.output()).not.toContain('"level":"error"');
});
