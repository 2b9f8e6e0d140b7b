import { expect, type Locator } from '@playwright/test';
import type { Account } from '../server/testing/RunningApi.ts';
import { Chat, chatWindow } from './support/Chat.ts';
import { test } from './support/scenario.ts';
import { startServer } from './support/server.ts';
import { foundTalk, type TalkRoom } from './support/talk.ts';

/** Messages of each of the two days. */
const perDay = 150;

/** How far a message may move while others are put before it, in CSS px. */
const jumpMostPx = 4;

/** Writes the messages of a day, a few at once. */
async function fill(room: TalkRoom, people: readonly Account[], day: string): Promise<void> {
  const atOnce = 15;
  for (let from = 0; from < perDay; from += atOnce) {
    const numbers = Array.from({ length: atOnce }, (_, index) => from + index);
    await Promise.all(
      numbers.map((number) => {
        const author = people[number % people.length];
        if (author === undefined) throw new Error('nobody writes');
        const lines = 'and some more words '.repeat(number % 7);
        return room.say(author, `${day} ${number}. ${lines}`);
      }),
    );
  }
}

/** Where the first message that is wholly in view stands, after the list was put near its top. */
const placeNearTop = (log: Locator): Promise<{ id: string; top: number; count: number }> =>
  log.evaluate(async (list) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // Somebody scrolls: what the list holds on to while heights change it lets go of.
    list.dispatchEvent(new Event('wheel'));
    list.scrollTop = 650;
    for (let frames = 0; frames < 10; frames += 1) await frame();
    // Before the step that asks for older ones: a frame may take longer than their coming.
    const count = list.scrollHeight;
    list.scrollTop = 590;
    await frame();
    const { top: edge } = list.getBoundingClientRect();
    const articles = [...list.querySelectorAll('[data-message]')];
    const first = articles.find((article) => article.getBoundingClientRect().top > edge);
    if (first === undefined) throw new Error('no message is in view');
    const id = first.getAttribute('data-message') ?? '';
    return { id, top: first.getBoundingClientRect().top, count };
  });

test('Bob reads three hundred messages: the list keeps its place, and he finds days, links and words', async ({
  home,
  invite,
}) => {
  const before = await startServer(home, ['--import', './e2e/support/fiveDaysEarlier.ts', 'server/index.ts']);
  const talk = await foundTalk(before);
  await fill(talk.general, [talk.alice, talk.bob], 'old');
  const needle = await talk.general.say(talk.alice, 'The *needle* lies at https://example.org/hay');
  await before.stop();

  const server = await startServer(home);
  try {
    await fill(talk.general, [talk.alice, talk.bob], 'new');
    await talk.general.say(talk.bob, 'The needle was found');
    const person = await invite('Bob', { viewport: chatWindow });
    await person.signIn(server, talk.bob);
    const bob = await Chat.open(person, server, talk.spaceId);
    await bob.toLatest();
    await expect(bob.message('The needle was found')).toBeInViewport();

    await test.step('older messages come in above, and what is in view stays where it is', async () => {
      // The wheel says that somebody wants to be elsewhere than at the end.
      await bob.log.hover();
      await person.page.mouse.wheel(0, -400);
      await expect(person.page.getByRole('button', { name: /latest/i })).toBeVisible();
      for (let pages = 0; pages < 2; pages += 1) {
        const { id, top, count } = await placeNearTop(bob.log);
        await expect.poll(() => bob.log.evaluate((list) => list.scrollHeight)).toBeGreaterThan(count + 500);
        await bob.stands();
        const now = await bob.log
          .locator(`[data-message="${id}"]`)
          .evaluate((one) => one.getBoundingClientRect().top);
        expect(Math.abs(now - top), 'px that the message moved').toBeLessThanOrEqual(jumpMostPx);
      }
    });

    await test.step('a day', async () => {
      const day = new Date(Date.now() - 5 * 24 * 3_600_000).toISOString().slice(0, 10);
      await person.page.getByRole('button', { name: 'Go to a day' }).click();
      await person.page.getByLabel('Day', { exact: true }).fill(day);
      await person.page.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(bob.message('old 0.')).toBeInViewport();
      await bob.toLatest();
      await expect(bob.message('The needle was found')).toBeInViewport();
    });

    await test.step('a search with a filter', async () => {
      await person.page.getByRole('button', { name: 'Search', exact: true }).click();
      await person.page.getByRole('searchbox', { name: 'Words' }).fill('needle');
      await expect(person.page.getByRole('status').filter({ hasText: '2 messages' })).toBeVisible();
      await person.page.getByRole('button', { name: /^Filters/ }).click();
      await person.page.getByRole('combobox', { name: 'With', exact: true }).click();
      await person.page.getByRole('option', { name: 'Link', exact: true }).click();
      await expect(person.page.getByRole('status').filter({ hasText: '1 message' })).toBeVisible();
      await person.page.getByRole('button', { name: /The needle lies at/ }).click();
      await expect(bob.message('The needle lies at')).toBeInViewport();
    });

    await test.step('a link to a message, and back to the latest', async () => {
      const place = `room=${talk.general.id}&message=${needle}`;
      await person.page.goto(`${server.url}/space/${talk.spaceId}/chat?${place}`);
      await expect(bob.message('The needle lies at')).toBeInViewport();
      await bob.toLatest();
      await expect(bob.message('The needle was found')).toBeInViewport();
    });
  } finally {
    await server.stop();
  }
});
