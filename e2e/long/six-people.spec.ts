import { right } from '../support/places.ts';
import { test } from '../support/scenario.ts';

const names = ['Alice', 'Bob', 'Carol', 'Dora', 'Emil', 'Fay'];

test('six people stand together, and everybody sees and hears the five others', async ({
  server,
  invite,
}) => {
  const people = [];
  for (const [index, name] of names.entries()) {
    const person = await invite(name);
    await person.enter(server.url);
    const corner = right(index % 3);
    await person.walkTo({ x: corner.x, y: corner.y + Math.floor(index / 3) });
    people.push(person);
  }
  for (const person of people) await person.isInCall('sfu', names.length);
  for (const person of people) await person.hears(names.length - 1);
  for (const person of people) await person.sees(names.length - 1);
});
