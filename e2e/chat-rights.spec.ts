import { ChatApi, Chatter, chatUrl } from './support/chatRooms.ts';
import { expect, test } from './support/scenario.ts';
import { foundCompany } from './support/world.ts';

test('Max is taken out of a private room that he looks at: it closes, and nothing written afterwards reaches him', async ({
  server,
  invite,
}) => {
  const company = await foundCompany(server);
  const { api, spaceId } = company;
  const byOlga = new ChatApi(api, company.olga, spaceId);
  const byMax = new ChatApi(api, company.max, spaceId);
  const lampRoom = await byOlga.makeRoom('Lamp room', true);
  await byOlga.add(lampRoom, company.max);
  const fileId = await byOlga.sendFile(lampRoom, 'A plan of the stairs', 'up and up');
  const olga = await Chatter.arrive(invite, server, company.olga, { spaceId, roomId: lampRoom });
  const max = await Chatter.arrive(invite, server, company.max, { spaceId, roomId: lampRoom });
  await olga.say('Max may know this');
  await expect(max.message('Max may know this')).toBeVisible();
  expect((await byMax.ask('GET', `/files/${fileId}`)).status).toBe(200);

  await olga.fromRoomMenu('Lamp room', 'Members');
  const members = olga.page.getByRole('dialog', { name: 'Members of Lamp room' });
  await members.getByRole('button', { name: 'Take Max out' }).click();
  const question = olga.page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Take out', exact: true }).click();
  await expect(max.gone).toBeVisible();
  await expect(max.room('Lamp room')).toHaveCount(0);
  await expect(question).toBeHidden();
  await members.getByRole('button', { name: 'Close' }).click();

  await olga.say('Heliotrope, and not for Max');
  const later = await byOlga.send(lampRoom, 'Heliotrope once more, for @Max', { mentions: [company.max.id] });
  await byOlga.must(200, 'PATCH', `/chatroom/${lampRoom}/messages/${later}`, {
    message: 'Heliotrope, written anew',
  });
  await byOlga.send(await byOlga.general(), 'Everybody may read this');
  // Max hears of what came last: what came before it has been told to all whom it was told to.
  await expect(max.room('General')).toContainText('1 unread message');
  expect(max.overheard.has('Everybody may read this')).toBe(true);
  expect(max.overheard.has('Max may know this')).toBe(true);
  expect(max.overheard.has('Heliotrope')).toBe(false);
  await expect(max.page.getByText('Heliotrope')).toHaveCount(0);
  await byMax.findsNothingOf(lampRoom, fileId, 'Heliotrope');
  const notices = await byMax.must<{ items: unknown[] }>(200, 'GET', `/spaces/${spaceId}/notices`);
  expect(notices.items).toHaveLength(0);

  await max.page.goto(chatUrl(server, spaceId, lampRoom));
  await expect(max.gone).toBeVisible();
  await expect(max.list.getByRole('button', { name: 'General' })).toBeVisible();
  expect(max.overheard.has('Heliotrope')).toBe(false);
});

test('a ban and signing out everywhere end the chat page at once, and it hears nothing more', async ({
  server,
  invite,
}) => {
  const company = await foundCompany(server);
  const { api, spaceId } = company;
  const byOlga = new ChatApi(api, company.olga, spaceId);
  const general = await byOlga.general();
  const max = await Chatter.arrive(invite, server, company.max, { spaceId });
  const adam = await Chatter.arrive(invite, server, company.adam, { spaceId });
  await byOlga.send(general, 'Good morning');
  for (const person of [max, adam]) await expect(person.message('Good morning')).toBeVisible();

  const ban = { userId: company.max.id, reason: 'Too loud' };
  await new ChatApi(api, company.mona, spaceId).must(201, 'POST', `/spaces/${spaceId}/bans`, ban);
  await expect(max.page.getByText(/^The chat has ended here/)).toBeVisible();
  await new ChatApi(api, company.adam, spaceId).must(204, 'DELETE', '/me/logins');
  await expect(adam.page.getByText(/^The chat has ended here/)).toBeVisible();
  await byOlga.send(general, 'Heliotrope');
  expect((await byOlga.messages(general)).messages.map(({ content }) => content)).toContain('Heliotrope');

  const byMax = new ChatApi(api, company.max, spaceId);
  const byAdam = new ChatApi(api, company.adam, spaceId);
  const history = `/messages?chatroomId=${general}`;
  const search = `/spaces/${spaceId}/messages/search?query=Heliotrope`;
  expect(await byMax.ask('GET', history)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await byMax.ask('GET', search)).toMatchObject({ status: 403, body: { code: 'banned' } });
  expect((await byAdam.ask('GET', history)).status).toBe(401);
  expect((await byAdam.ask('GET', search)).status).toBe(401);
  for (const { page, overheard } of [max, adam]) {
    await expect(page.getByText('Heliotrope')).toHaveCount(0);
    expect(overheard.has('Heliotrope')).toBe(false);
    expect(overheard.has('Good morning')).toBe(true);
  }
  await max.page.reload();
  await expect(max.page.getByRole('heading', { name: 'You cannot enter Lighthouse' })).toBeVisible();
  await adam.page.reload();
  await expect(adam.page).toHaveURL(/\/sign-in/);
});

test('Max blocks Bob: neither gets a word of the other, in rooms and between the two, until he lifts it', async ({
  server,
  invite,
}) => {
  const company = await foundCompany(server);
  const { api, spaceId } = company;
  const bobHimself = await api.makeAccount('Bob');
  await api.admit(company.olga, spaceId, bobHimself);
  const byBob = new ChatApi(api, bobHimself, spaceId);
  const byMax = new ChatApi(api, company.max, spaceId);
  const direct = await byBob.directWith(company.max);
  await byBob.send(direct, 'Hello Max');
  const general = await byMax.general();
  const max = await Chatter.arrive(invite, server, company.max, { spaceId, roomId: general });
  const bob = await Chatter.arrive(invite, server, bobHimself, { spaceId, roomId: direct });
  await expect(bob.message('Hello Max')).toBeVisible();

  await byMax.must(204, 'PUT', `/me/blocks/${bobHimself.id}`);
  await bob.openRoom('General');
  await bob.say('Azurite from Bob');
  await max.say('Malachite from Max');
  const byOlga = new ChatApi(api, company.olga, spaceId);
  await byOlga.general();
  await byOlga.send(general, 'Who is there?');
  for (const person of [max, bob]) await expect(person.message('Who is there?')).toBeVisible();
  await expect(max.message('Azurite')).toHaveCount(0);
  await expect(bob.message('Malachite')).toHaveCount(0);
  expect((await byOlga.messages(general)).messages).toHaveLength(3);
  expect([await byMax.found('Azurite'), await byBob.found('Malachite')]).toEqual([0, 0]);

  const between = { chatroomId: direct, message: 'Cinnabar between the two' };
  await byBob.ask('POST', '/messages', between);
  await byMax.ask('POST', '/messages', { ...between, message: 'Orpiment between the two' });
  const third = await byOlga.send(general, 'Nobody?');
  expect(third).not.toBe('');
  for (const person of [max, bob]) await expect(person.message('Nobody?')).toBeVisible();
  expect(['Azurite', 'Cinnabar'].filter((words) => max.overheard.has(words))).toEqual([]);
  expect(['Malachite', 'Orpiment'].filter((words) => bob.overheard.has(words))).toEqual([]);

  await byMax.must(204, 'DELETE', `/me/blocks/${bobHimself.id}`);
  await bob.say('Good to see you again');
  await expect(max.message('Good to see you again')).toBeVisible();
  await max.page.reload();
  await max.field.waitFor();
  await expect(max.message('Azurite from Bob')).toBeVisible();
});
