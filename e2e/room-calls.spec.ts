import { closeChat, joinRoomCall, openRoom, roomCall } from './support/calls.ts';
import { ChatApi } from './support/chatRooms.ts';
import { places, right } from './support/places.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';

const room = 'General';

test('Alice starts a call in a chatroom, Bob joins from far away, and leaving it gives nearness back', async ({
  server,
  invite,
}) => {
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.enter(server.url);
  await bob.enter(server.url);
  await alice.walkTo(places.meeting);
  await bob.walkTo(places.far);

  await openRoom(alice, room);
  await joinRoomCall(alice);
  await alice.isInCall('p2p', 1);
  await expect(alice.page.getByText('Nobody else is here yet')).toBeVisible();

  await openRoom(bob, room);
  await expect(roomCall(bob.page).getByText('1 in the call')).toBeVisible();
  await joinRoomCall(bob);
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.sees(1), bob.sees(1), alice.hears(1), bob.hears(1)]);
  await expect(alice.page.getByTestId('call-room')).toHaveText(`In the call of ${room}`);

  await closeChat(bob);
  const tools = bob.page.getByRole('navigation', { name: 'Call and tools' });
  await tools.getByRole('button', { name: 'Leave call' }).click();
  await bob.isAlone();
  await alice.isInCall('p2p', 1);
  await roomCall(alice.page).getByRole('button', { name: 'Leave call' }).click();
  await alice.isAlone();
});

test('whoever is in a room’s call hears nobody beside them, and meets them as soon as they leave it', async ({
  server,
  invite,
}) => {
  const [alice, bob, carol] = [await invite('Alice'), await invite('Bob'), await invite('Carol')];
  for (const person of [alice, bob, carol]) await person.enter(server.url);
  await carol.walkTo(places.far);
  await alice.walkTo(places.meeting);
  await bob.walkTo(right(1));
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  const bubble = alice.callId();

  await openRoom(alice, room);
  await joinRoomCall(alice);
  await bob.isAlone();
  await alice.isInCall('p2p', 1);
  expect(alice.callId()).not.toBe(bubble);

  await openRoom(carol, room);
  await joinRoomCall(carol);
  await Promise.all([alice.hears(1), carol.hears(1)]);
  await bob.isAlone();

  await roomCall(alice.page).getByRole('button', { name: 'Leave call' }).click();
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.hears(1), bob.hears(1)]);
  await carol.isInCall('p2p', 1);
});

test('three in a room’s call go through the SFU; a reload takes Bob out of it, and one press brings him back', async ({
  server,
  invite,
}) => {
  const people = [await invite('Alice'), await invite('Bob'), await invite('Carol')];
  const tiles = [places.far, places.meeting, right(5)];
  for (const [index, person] of people.entries()) {
    await person.enter(server.url);
    await person.walkTo(tiles[index] ?? places.far);
    await openRoom(person, room);
    await joinRoomCall(person);
  }
  await Promise.all(people.map((person) => person.isInCall('sfu', 3)));
  await Promise.all(people.map((person) => person.hears(2)));
  const [alice, bob, carol] = people;
  if (alice === undefined || bob === undefined || carol === undefined) throw new Error('somebody is missing');
  const callId = alice.callId();
  await bob.reload();
  await bob.isLive();
  await Promise.all([alice.isInCall('p2p', 2), carol.isInCall('p2p', 2)]);
  await bob.page.getByRole('button', { name: /^Chat/ }).click();
  await expect(roomCall(bob.page).getByText('2 in the call')).toBeVisible();
  await joinRoomCall(bob);
  await Promise.all(people.map((person) => person.isInCall('sfu', 3)));
  await Promise.all(people.map((person) => person.hears(2)));
  expect(bob.callId()).toBe(callId);
});

test('the full page of the chat leads to the map and into the call', async ({ server, invite }) => {
  const alice = await invite('Alice');
  await alice.enter(server.url);
  await openRoom(alice, room);
  await alice.page.goto(`${server.url}/space/demo/chat`);
  await alice.page.locator('[data-room]').filter({ hasText: room }).click();
  await alice.page.getByRole('link', { name: 'Start a call' }).click();
  await alice.isLive();
  await alice.isInCall('p2p', 1);
  await expect(alice.page).not.toHaveURL(/call=/);
});

test('Alice and Bob call each other from the messages between them', async ({ server, invite }) => {
  const talk = await foundTalk(server);
  await new ChatApi(talk.api, talk.alice, talk.spaceId).directWith(talk.bob);
  const [alice, bob] = [await invite('Alice'), await invite('Bob')];
  await alice.signIn(server, talk.alice);
  await bob.signIn(server, talk.bob);
  await alice.enterSpace(server.url, talk.spaceId);
  await alice.walkTo(places.meeting);
  await bob.enterSpace(server.url, talk.spaceId);
  await Promise.all([alice.isAlone(), bob.isAlone()]);

  await openRoom(alice, 'Bob');
  await joinRoomCall(alice);
  await alice.isInCall('p2p', 1);
  await openRoom(bob, 'Alice');
  await expect(roomCall(bob.page).getByText('1 in the call')).toBeVisible();
  await joinRoomCall(bob);
  await Promise.all([alice.isInCall('p2p', 2), bob.isInCall('p2p', 2)]);
  await Promise.all([alice.sees(1), bob.sees(1), alice.hears(1), bob.hears(1)]);
  await roomCall(bob.page).getByRole('button', { name: 'Leave call' }).click();
  await bob.isAlone();
  talk.api.close();
});
