import { Chat, chatWindow } from './support/Chat.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';

test('Alice and Bob talk in a chatroom: edit, delete, react, answer, and both pages show the same', async ({
  server,
  invite,
}) => {
  const talk = await foundTalk(server);
  const [alice, bob] = await Promise.all(
    [talk.alice, talk.bob].map(async (account) => {
      const person = await invite(account.name, { viewport: chatWindow });
      await person.signIn(server, account);
      return Chat.open(person, server, talk.spaceId);
    }),
  );
  if (alice === undefined || bob === undefined) throw new Error('somebody is missing');

  await alice.field.pressSequentially('Good mor');
  await expect(bob.page.getByText('Alice is writing…')).toBeVisible();
  await alice.send('Good morning, **Bob**');
  const greeting = bob.message('Good morning');
  await expect(greeting.locator('strong')).toHaveText('Bob');
  await expect(bob.page.getByText('Alice is writing…')).toBeHidden();

  await alice.editLast('Good morning, **Bobby**\n\n- tea\n- `coffee`');
  await expect(greeting.getByText('edited', { exact: true })).toBeVisible();
  await expect(greeting.locator('strong')).toHaveText('Bobby');
  await expect(greeting.getByRole('listitem')).toHaveText(['tea', 'coffee']);

  await bob.react('Good morning', '👍');
  await alice.message('Good morning').getByRole('button', { name: '👍 from Bob' }).click();
  await expect(greeting.getByRole('button', { name: '👍 from You, Alice' })).toBeVisible();

  await bob.reply('Good morning', 'Slept well?');
  const answer = alice.message('Slept well?');
  await expect(answer.getByRole('button', { name: /^In reply to You: Good morning, Bobby/ })).toBeVisible();
  await alice.message('Good morning').getByRole('button', { name: '1 answer' }).click();
  await expect(alice.thread.getByRole('article')).toHaveCount(2);
  await alice.answerField.fill('Like a stone');
  await alice.answerField.press('Enter');
  await expect(
    bob.message('Like a stone').getByRole('button', { name: /^In reply to Alice:/ }),
  ).toBeVisible();
  await expect(alice.thread.getByRole('article')).toHaveCount(3);
  await alice.page.getByRole('button', { name: 'Close the thread' }).click();

  await bob.send('Nobody is to read this');
  await expect(alice.message('Nobody is to read this')).toBeVisible();
  await bob.remove('Nobody is to read this');
  for (const { log, page } of [alice, bob]) {
    await expect(log.getByText('This message was deleted')).toBeVisible();
    await expect(page.getByText('Nobody is to read this')).toHaveCount(0);
  }

  await alice.choose('Slept well?', 'Pin');
  await expect(bob.message('Slept well?').getByText('Pinned', { exact: true })).toBeVisible();

  await alice.page.getByRole('button', { name: 'Actions for General' }).click();
  await alice.page.getByRole('menuitem', { name: 'Pinned messages' }).click();
  const pins = alice.page.getByRole('region', { name: 'Beside the messages' });
  await expect(pins.getByRole('listitem')).toHaveText([/Slept well\?/]);
  await pins.getByRole('button', { name: 'Take down the message of Bob' }).click();
  await expect(pins.getByText('Nothing is pinned')).toBeVisible();
  await alice.page.getByRole('button', { name: 'Undo' }).click();
  await expect(pins.getByRole('listitem')).toHaveText([/Slept well\?/]);
  await pins.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(alice.message('Slept well?')).toBeInViewport();

  await alice.hasSentAll();
  expect(await bob.entries()).toEqual(await alice.entries());
});

test('markup of strangers stays text, and a link tells where it leads', async ({ server, invite }) => {
  const talk = await foundTalk(server);
  const person = await invite('Bob', { viewport: chatWindow });
  await person.signIn(server, talk.bob);
  const requests: string[] = [];
  person.page.on('request', (request) => requests.push(new URL(request.url()).host));
  const bob = await Chat.open(person, server, talk.spaceId);

  const hostile = [
    '<img src=x onerror="document.title=1"> first',
    '<script>document.title = 1</script> second',
    '[third](javascript:document.title=1)',
    '![fourth](https://evil.example/pixel.png)',
    '[https://bank.example](https://evil.example/login) fifth',
  ];
  for (const words of hostile) await talk.general.say(talk.alice, words);
  await talk.general.say(talk.alice, 'See https://example.org/a/b?c=1');
  const preview = bob.message('See https').getByRole('listitem').getByRole('link');
  await expect(preview).toHaveText(/example\.org\/a\/b/);
  await expect(preview).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await expect(bob.message('first')).toContainText('<img src=x onerror="document.title=1"> first');
  await expect(bob.message('second')).toContainText('<script>document.title = 1</script> second');
  await expect(bob.message('third').getByRole('link')).toHaveCount(0);
  await expect(bob.message('fifth')).toContainText('(evil.example)');
  await expect(bob.log.locator('img:not([src^="/"])')).toHaveCount(0);
  await expect(bob.log.locator('script')).toHaveCount(0);
  expect(await person.page.title()).not.toBe('1');
  expect(new Set(requests), 'nobody else is asked for anything').toEqual(new Set([new URL(server.url).host]));
});

test('what Bob has not read is counted, what is for him is told, and Alice sees that he has seen it', async ({
  server,
  invite,
}) => {
  const talk = await foundTalk(server);
  const bobHimself = await invite('Bob', { viewport: chatWindow });
  await bobHimself.signIn(server, talk.bob);
  const bob = await Chat.open(bobHimself, server, talk.spaceId);
  const aliceHerself = await invite('Alice', { viewport: chatWindow });
  await aliceHerself.signIn(server, talk.alice);
  const alice = await Chat.open(aliceHerself, server, talk.spaceId);

  await alice.list.getByRole('button', { name: 'Write to somebody' }).click();
  await alice.page.getByRole('combobox', { name: 'Find a person' }).fill('Bob');
  await alice.page.getByRole('option', { name: 'Bob' }).click();
  await expect(alice.page.getByText('Only the two of you read this')).toBeVisible();
  await alice.send('Are you there?');
  await expect(bob.room('Alice')).toContainText('1 unread message');
  await expect(bob.page.getByText('Alice wrote to you')).toBeVisible();
  await expect(alice.page.getByText('Seen', { exact: true })).toBeHidden();
  const show = bob.page.getByRole('button', { name: 'Show', exact: true });
  await show.click();
  await expect(bob.message('Are you there?')).toBeVisible();
  await expect(alice.page.getByText('Seen', { exact: true })).toBeVisible();
  await expect(bob.room('Alice')).not.toContainText('unread');

  await alice.openRoom('General');
  await alice.send('The roof is wet');
  await expect(bob.room('General')).toContainText('1 unread message');
  await alice.field.pressSequentially('@bo');
  await expect(alice.page.getByRole('option', { name: 'Bob' })).toBeVisible();
  await alice.field.press('Enter');
  await expect(alice.field).toHaveValue(/^@Bob\s?$/);
  await alice.field.pressSequentially(' look at it');
  await alice.field.press('Enter');
  await expect(bob.room('General')).toContainText('2 unread messages, 1 for you');
  await expect(bob.page.getByText('Alice mentioned you in General')).toBeVisible();
  await show.click();
  await expect(bob.message('look at it').getByText('@Bob', { exact: true })).toBeVisible();
  await expect(bob.log.getByRole('heading', { name: 'New', exact: true })).toBeVisible();
  await expect(bob.room('General')).not.toContainText('unread');
  await bob.page.getByRole('button', { name: 'For you', exact: true }).click();
  await expect(bob.page.getByText('Alice mentioned you in General')).toBeVisible();
});
