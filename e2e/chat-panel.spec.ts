import { Chat } from './support/Chat.ts';
import { hostWindow } from './support/host.ts';
import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';

test('Alice writes beside the map by keys: her avatar stands, Bob sees a mark, and Escape gives the map its keys', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice', { viewport: hostWindow }), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.far);
  const chat = new Chat(alice);
  const map = alice.page.locator('#content');
  const panel = alice.page.getByRole('complementary', { name: 'Chat' });

  await map.focus();
  await alice.page.keyboard.press('c');
  await expect(panel).toBeVisible();
  await chat.openRoom('General');
  const stood = alice.tile();
  await chat.field.pressSequentially('was wads c x p');
  await chat.field.press('ArrowLeft');
  await chat.field.press('Enter');
  await expect(chat.message('was wads c x p')).toBeVisible();
  await expect(panel).toBeVisible();
  // Bob has seen the message, so a step of the same moment would have been told as well.
  await expect(bob.page.getByRole('button', { name: 'Chat, 1 new message', exact: true })).toBeVisible();
  expect(alice.tile()).toEqual(stood);

  await alice.page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(map).toBeFocused();
  await alice.walkTo({ x: places.far.x + 1, y: places.far.y });

  await bob.page.getByRole('button', { name: /^Chat, / }).click();
  const ofBob = new Chat(bob);
  await ofBob.openRoom('General');
  await expect(ofBob.message('was wads c x p')).toBeVisible();
  await expect(bob.page.getByRole('button', { name: 'Chat', exact: true })).toBeAttached();
});

test('what is said in a bubble is gone with it, and who comes later sees nothing from before', async ({
  server,
  invite,
}) => {
  const [alice, bob, carol] = [await invite('Alice'), await invite('Bob'), await invite('Carol')];
  for (const person of [alice, bob, carol]) await person.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await carol.walkTo(right(6));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  const chats = [alice, bob, carol].map((person) => new Chat(person));
  const [ofAlice, ofBob, ofCarol] = chats;
  if (ofAlice === undefined || ofBob === undefined || ofCarol === undefined) throw new Error('nobody');

  for (const chat of [ofAlice, ofBob]) {
    await chat.page.getByRole('button', { name: /^Chat/ }).click();
    await chat.openRoom('Your conversation');
  }
  await ofAlice.send('just between us');
  await expect(ofBob.message('just between us')).toBeVisible();

  await carol.walkTo(right(2));
  await carol.isInCall('sfu', 3);
  await carol.page.getByRole('button', { name: /^Chat/ }).click();
  await ofCarol.openRoom('Your conversation');
  await ofBob.send('hello Carol');
  await expect(ofCarol.message('hello Carol')).toBeVisible();
  await expect(ofCarol.page.getByText('just between us')).toHaveCount(0);
  await expect(ofAlice.message('hello Carol')).toBeVisible();

  for (const chat of chats) {
    await chat.page.keyboard.press('Escape');
    await expect(chat.page.getByRole('complementary', { name: 'Chat' })).toBeHidden();
  }
  await carol.walkTo(places.far);
  await bob.walkTo(right(4));
  await Promise.all([alice, bob, carol].map((person) => person.isAlone()));
  for (const chat of chats) {
    await chat.page.getByRole('button', { name: /^Chat/ }).click();
    await expect(chat.page.getByText(/just between us|hello Carol/)).toHaveCount(0);
    await expect(chat.room('Your conversation')).toHaveCount(0);
  }
});

test('on a phone the list, a room and the way back take turns', async ({ server, invite }) => {
  const talk = await foundTalk(server);
  await talk.general.say(talk.alice, 'Are you on the way?');
  const person = await invite('Bob', { viewport: { width: 390, height: 844 } });
  await person.signIn(server, talk.bob);
  await person.page.goto(`${server.url}/space/${talk.spaceId}/chat`);
  const bob = new Chat(person);
  await expect(bob.field).toBeHidden();
  await bob.openRoom('General');
  await expect(bob.list).toBeHidden();
  await expect(bob.message('Are you on the way?')).toBeVisible();
  await bob.send('In ten minutes');
  await expect(bob.message('In ten minutes')).toBeInViewport();
  await person.page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(bob.room('General')).toBeVisible();
  const width = await person.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, 'nothing sticks out at the side').toBe(390);
});
