import { ChatApi, Chatter, chatUrl } from './support/chatRooms.ts';
import { chooseOption, news } from './support/forms.ts';
import { expect, test } from './support/scenario.ts';
import { foundCompany } from './support/world.ts';

test('Olga makes a public and a private room: Max finds the one and is brought into the other, which Mona cannot see', async ({
  server,
  invite,
}) => {
  const company = await foundCompany(server);
  const { api, spaceId, mona: monaHerself, max: maxHimself } = company;
  const max = await Chatter.arrive(invite, server, maxHimself, { spaceId });
  const olga = await Chatter.arrive(invite, server, company.olga, { spaceId });

  await olga.list.getByRole('button', { name: 'New chatroom' }).click();
  const maker = olga.page.getByRole('dialog', { name: 'New chatroom' });
  await maker.getByLabel('Name', { exact: true }).fill('Garden');
  await maker.getByRole('button', { name: 'Create', exact: true }).click();
  await olga.title('Garden').waitFor();
  await max.list.getByRole('button', { name: /^Public chatrooms/ }).click();
  await max.page.getByRole('dialog').getByRole('button', { name: 'Join Garden' }).click();
  await max.title('Garden').waitFor();
  await expect(olga.page.getByText('2 members')).toBeVisible();

  const byOlga = new ChatApi(api, company.olga, spaceId);
  const lampRoom = await byOlga.makeRoom('Lamp room', true);
  await olga.openRoom('Lamp room');
  await olga.say('The spare key hangs behind the lamp');
  const fileId = await byOlga.sendFile(lampRoom, 'A plan of the stairs', 'up and up');
  await expect(max.list.getByText('Lamp room')).toHaveCount(0);
  await olga.fromRoomMenu('Lamp room', 'Members');
  const members = olga.page.getByRole('dialog', { name: /Lamp room$/ });
  await members.getByRole('button', { name: 'Add somebody' }).click();
  await members.getByRole('combobox', { name: 'Find a person' }).fill('Max');
  await members.getByRole('option', { name: 'Max' }).click();
  await expect(news(olga.page, 'Max is in Lamp room now')).toBeVisible();
  await max.openRoom('Lamp room');
  await expect(max.message('The spare key hangs behind the lamp')).toBeVisible();
  await members.getByRole('button', { name: 'Back to the members' }).click();
  await members.getByRole('button', { name: 'Role of Max: Member' }).click();
  await olga.page.getByRole('menuitemradio', { name: 'Admin' }).click();
  await expect(news(olga.page, 'Max has a new role')).toBeVisible();
  await members.getByRole('button', { name: 'Close' }).click();

  await max.fromRoomMenu('Lamp room', 'Edit chatroom');
  const editor = max.page.getByRole('dialog', { name: 'Edit Lamp room' });
  await editor.getByLabel('Name', { exact: true }).fill('Signal room');
  await editor.getByLabel(/^What it is about/).fill('Who lights it, and when');
  await editor.getByRole('button', { name: 'Save' }).click();
  await olga.title('Signal room').waitFor();
  await expect(olga.page.getByText('Who lights it, and when')).toBeVisible();
  await expect(olga.room('Signal room')).toContainText('private');

  const mona = await Chatter.arrive(invite, server, monaHerself, { spaceId, roomId: lampRoom });
  await expect(mona.gone).toBeVisible();
  await expect(mona.list.getByText('Signal room')).toHaveCount(0);
  await mona.page.getByRole('button', { name: 'Search', exact: true }).click();
  await mona.page.getByRole('searchbox', { name: 'Words' }).fill('spare key');
  await expect(mona.page.getByText('Nothing found')).toBeVisible();
  await new ChatApi(api, monaHerself, spaceId).findsNothingOf(lampRoom, fileId, 'spare key');
  expect(await new ChatApi(api, maxHimself, spaceId).found('spare key')).toBe(1);
});

/** Sets the pause between two messages of the open room, Chess. */
async function setPause(olga: Chatter, pause: string): Promise<void> {
  await olga.fromRoomMenu('Chess', 'Edit chatroom');
  await chooseOption(olga.page, 'Pause between two messages', pause);
  await olga.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(news(olga.page, 'The chatroom is changed')).toBeVisible();
}

test('a slow room makes Max wait but not Olga; he leaves it, comes back, and it closes when Olga deletes it', async ({
  server,
  invite,
}) => {
  const company = await foundCompany(server);
  const { api, spaceId } = company;
  const byOlga = new ChatApi(api, company.olga, spaceId);
  const byMax = new ChatApi(api, company.max, spaceId);
  const chess = await byOlga.makeRoom('Chess');
  await byMax.join(chess);
  const olga = await Chatter.arrive(invite, server, company.olga, { spaceId, roomId: chess });
  const max = await Chatter.arrive(invite, server, company.max, { spaceId, roomId: chess });

  await setPause(olga, '1 minute');
  await max.say('e4');
  const countdown = max.page.getByText(/^You can write again in \d+ seconds\.$/);
  const atFirst = (await countdown.textContent()) ?? '';
  await expect(countdown, 'it counts down').not.toHaveText(atFirst);
  const refused = await byMax.ask('POST', '/messages', { chatroomId: chess, message: 'e5' });
  expect(refused).toMatchObject({ status: 429, body: { code: 'slow_mode' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await olga.say('Think it over');
  await olga.say('We who look after the room need not wait');
  await max.field.fill('Nf3');
  await max.field.press('Enter');
  await expect(max.field, 'the words wait in the field').toHaveValue('Nf3');
  await setPause(olga, 'None');
  await expect(countdown).toBeHidden();
  await max.field.press('Enter');
  await expect(olga.message('Nf3')).toBeVisible();

  await max.fromRoomMenu('Chess', 'Leave');
  await max.page.getByRole('alertdialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(news(max.page, 'You have left Chess')).toBeVisible();
  await expect(olga.page.getByText('1 member', { exact: true })).toBeVisible();

  await max.page.goto(chatUrl(server, spaceId, chess));
  await max.page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(olga.page.getByText('2 members')).toBeVisible();
  await olga.fromRoomMenu('Chess', 'Leave');
  const question = olga.page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(question.getByText(/^You are its only owner/)).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await olga.fromRoomMenu('Chess', 'Delete');
  await question.getByLabel('Type “Chess” to go on').fill('Chess');
  await question.getByRole('button', { name: 'Delete chatroom' }).click();
  await expect(news(olga.page, 'Chess is deleted')).toBeVisible();
  for (const person of [olga, max]) {
    await expect(person.gone).toBeVisible();
    await expect(person.room('Chess')).toHaveCount(0);
  }
  expect(await byMax.ask('GET', `/messages?chatroomId=${chess}`)).toMatchObject({ status: 404 });
  expect(await byMax.found('Nf3')).toBe(0);
});
