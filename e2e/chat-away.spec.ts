import { Cable } from './support/Cable.ts';
import { Chat, chatWindow } from './support/Chat.ts';
import { expect, test } from './support/scenario.ts';
import { type Server, startServer } from './support/server.ts';
import { foundTalk, type Talk } from './support/talk.ts';

/** What happens to older messages while Bob is away: one of each kind. */
async function changeOlder({ alice, bob, general }: Talk, ids: readonly string[]): Promise<void> {
  const [first, second, third, fourth, fifth] = ids.map((id) => `/messages/${id}`);
  const thumb = encodeURIComponent('👍');
  await general.must(alice, 'PATCH', `${first}`, 200, { message: 'edited while Bob was away' });
  await general.must(alice, 'DELETE', `${second}`, 200);
  await general.must(alice, 'PUT', `${third}/reactions/${thumb}`, 200);
  await general.must(alice, 'PUT', `${fourth}/pin`, 200);
  await general.must(alice, 'PUT', `${fifth}/reactions/${thumb}`, 200);
  await general.must(alice, 'DELETE', `${fifth}/reactions/${thumb}`, 200);
  await general.must(bob, 'PUT', `${third}/reactions/${thumb}`, 200);
  await general.say(alice, 'an answer to something old', { replyTo: ids[2] });
}

test('Bob is cut off, older messages are changed, the server dies and comes back: his page equals Alice’s', async ({
  server,
  home,
  invite,
}) => {
  const talk = await foundTalk(server);
  const { alice: aliceHerself, bob: bobHimself, general } = talk;
  const ids: string[] = [];
  for (let number = 0; number < 24; number += 1) {
    ids.push(await general.say(number % 2 === 0 ? aliceHerself : bobHimself, `before ${number}`));
  }
  const [person, other] = [
    await invite('Bob', { viewport: chatWindow }),
    await invite('Alice', { viewport: chatWindow }),
  ];
  await person.signIn(server, bobHimself);
  await other.signIn(server, aliceHerself);
  const cable = await Cable.of(person.page);
  const bob = await Chat.open(person, server, talk.spaceId);
  const alice = await Chat.open(other, server, talk.spaceId);
  await expect(bob.message('before 23')).toBeVisible();

  await cable.pull();
  await expect(bob.page.getByText(/^You are offline\./)).toBeVisible();
  const late = ['from the train, one', 'from the train, two', 'from the train, three'];
  for (const words of late) await bob.send(words);
  await expect(bob.log.getByText('Sent when you are back')).toHaveCount(3);
  // Alice’s own messages are those with even numbers.
  await changeOlder(talk, [ids[0], ids[2], ids[4], ids[6], ids[8]].map(String));
  for (let number = 0; number < 30; number += 1) await general.say(aliceHerself, `meanwhile ${number}`);

  await server.kill();
  let later: Server | null = null;
  try {
    later = await startServer(home);
    for (let number = 30; number < 60; number += 1) await general.say(aliceHerself, `meanwhile ${number}`);
    await changeOlder(talk, [ids[10], ids[12], ids[14], ids[16], ids[18]].map(String));
    await cable.plug();
    await expect(alice.message('from the train, three')).toBeVisible({ timeout: 30_000 });
    await bob.hasSentAll();

    const shown = await alice.entries();
    expect(await bob.entries()).toEqual(shown);
    const train = shown.map(({ words }) => words).filter((words) => words.startsWith('from the train'));
    expect(train, 'each once, in the order in which they were written').toEqual(late);
    const stored = await general.latest(aliceHerself);
    expect(shown.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
    expect(shown.filter(({ isDeleted }) => isDeleted)).toHaveLength(2);
    expect(shown.filter(({ isEdited }) => isEdited)).toHaveLength(2);
    expect(shown.flatMap(({ reactions }) => reactions)).toEqual(Array(2).fill('👍 from Alice, Bob'));
  } finally {
    await later?.stop();
  }
});

test('a draft outlives a reload, and what was refused says why and goes out when it may', async ({
  server,
  invite,
}) => {
  const talk = await foundTalk(server);
  const { api, spaceId, alice, bob: bobHimself } = talk;
  const person = await invite('Bob', { viewport: chatWindow });
  await person.signIn(server, bobHimself);
  const cable = await Cable.of(person.page);
  const bob = await Chat.open(person, server, spaceId);
  await bob.field.fill('half a thought');
  await bob.page.reload();
  await expect(bob.field).toHaveValue('half a thought');

  const terms = { terms: [{ term: 'walrus', action: 'refuse' }] };
  await api.must(200, 'PUT', `/spaces/${spaceId}/chat-filters`, { cookie: alice.cookie, body: terms });
  await bob.send('a walrus came by');
  const refused = bob.log.getByRole('alert');
  await expect(refused).toContainText('This space does not take some of these words');
  await refused.getByRole('button', { name: 'Throw away' }).click();
  await expect(refused).toHaveCount(0);

  const mute = `/spaces/${spaceId}/chat-mutes/${bobHimself.id}`;
  await cable.pull();
  await bob.send('is anybody there?');
  await expect(bob.log.getByText('Sent when you are back')).toBeVisible();
  await api.must(200, 'PUT', mute, { cookie: alice.cookie, body: {} });
  await cable.plug();
  const notice = bob.page.getByRole('status').filter({ hasText: 'taken your voice' });
  await expect(notice).toBeVisible();
  await expect(bob.log.getByRole('alert')).toContainText('You can read here, but not write for now.');
  await api.must(204, 'DELETE', mute, { cookie: alice.cookie });
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toBeHidden();
  await bob.hasSentAll();
  const stored = await talk.general.latest(alice);
  expect(stored.map(({ content }) => content)).toEqual(['is anybody there?']);
});
