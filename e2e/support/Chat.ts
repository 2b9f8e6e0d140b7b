import { type APIResponse, expect, type Locator, type Page } from '@playwright/test';
import { type Entry, readEntries } from './chatEntries.ts';
import type { Person } from './Person.ts';
import type { Server } from './server.ts';

/** The window of a chat scenario: the list of rooms stands beside the open room, and nothing else. */
export const chatWindow = { width: 1000, height: 700 };

/** How far one look lies above the one before, as a part of the list's height: what is on both joins them. */
const step = 0.6;

/** Looks that a long talk takes at most. */
const looksMost = 80;

/** Somebody's chat on a page, in the words of who looks at it. */
export class Chat {
  readonly person: Person;
  readonly page: Page;
  readonly list: Locator;
  readonly log: Locator;
  /** Where messages are written; a thread beside the room has a field of its own. */
  readonly field: Locator;
  readonly thread: Locator;
  readonly answerField: Locator;

  constructor(person: Person) {
    const { page } = person;
    this.person = person;
    this.page = page;
    this.list = page.getByRole('navigation', { name: 'Chatrooms' });
    this.log = page.getByRole('log', { name: 'Messages', exact: true });
    this.field = page.getByRole('textbox', { name: /^Write (in|to) / });
    this.thread = page.getByRole('log', { name: /^Thread, / });
    this.answerField = page.getByRole('textbox', { name: 'Answer in the thread' });
  }

  /** Opens the chat of a space on a page of its own, at a room by its id, and waits until one can write there. */
  static async open(
    person: Person,
    server: Pick<Server, 'url'>,
    spaceId: string,
    roomId?: string,
  ): Promise<Chat> {
    const chat = new Chat(person);
    const place = roomId === undefined ? '' : `?room=${roomId}`;
    await person.page.goto(`${server.url}/space/${spaceId}/chat${place}`);
    await chat.field.waitFor();
    return chat;
  }

  /** A room or a person in the list. */
  room(name: string): Locator {
    return this.list.locator('[data-room]').filter({ hasText: name });
  }

  async openRoom(name: string): Promise<void> {
    await this.room(name).click();
    await this.field.waitFor();
  }

  /** A message by some of its own words; those that it quotes do not count. */
  message(words: string): Locator {
    const own = this.page.locator('p[dir="auto"], pre').filter({ hasText: words });
    return this.log.getByRole('article').filter({ has: own });
  }

  async send(words: string): Promise<void> {
    await this.field.fill(words);
    await this.field.press('Enter');
    await expect(this.field).toHaveValue('');
  }

  /** Edits my latest message by the arrow key. */
  async editLast(words: string): Promise<void> {
    await this.field.press('ArrowUp');
    await expect(this.page.getByText('Edit your message')).toBeVisible();
    await this.field.fill(words);
    await this.field.press('Enter');
    await expect(this.page.getByText('Edit your message')).toBeHidden();
  }

  /** Takes a line of a message's menu. */
  async choose(words: string, item: string): Promise<void> {
    const message = this.message(words);
    await message.hover();
    await message.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
    await expect(this.page.getByRole('menu')).toBeHidden();
  }

  react(words: string, emoji: string): Promise<void> {
    return this.choose(words, `React with ${emoji}`);
  }

  async remove(words: string): Promise<void> {
    await this.choose(words, 'Delete');
    const question = this.page.getByRole('alertdialog', { name: 'Delete this message?' });
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(question).toBeHidden();
  }

  async reply(words: string, answer: string): Promise<void> {
    await this.choose(words, 'Reply');
    await expect(this.page.getByText(/^Reply to /)).toBeVisible();
    await this.send(answer);
  }

  /** Sends files, with what stands in the field beside the first of them. */
  async attach(...files: readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.page.locator('input[type="file"]').setInputFiles([...files]);
  }

  /** Reads what an element of the page leads to, as its browser would. */
  async download(element: Locator, attribute: 'src' | 'href'): Promise<APIResponse> {
    const path = (await element.getAttribute(attribute)) ?? '';
    return this.page.request.get(new URL(path, this.page.url()).href);
  }

  /** Nothing of mine is on its way any more. */
  async hasSentAll(): Promise<void> {
    await expect(this.log.getByText(/^(On its way|Sent when you are back)$/)).toHaveCount(0);
  }

  /** Every message of the open room as it is shown, from the first to the last. Walks through the list from its end. */
  async entries(): Promise<Entry[]> {
    await this.toLatest();
    let all: Entry[] = [];
    for (let looks = 0; looks < looksMost; looks += 1) {
      const shown = await this.#shown();
      const known = new Set(all.map(({ id }) => id));
      const isJoined = all.length === 0 || shown.some(({ id }) => known.has(id));
      expect(isJoined, 'two looks have a message in common').toBe(true);
      all = [...shown.filter(({ id }) => !known.has(id)), ...all];
      if (await this.#isAtBeginning()) return all;
      await this.#scrollUp();
    }
    throw new Error(`${this.person.name} did not come to the beginning`);
  }

  async toLatest(): Promise<void> {
    const button = this.page.getByRole('button', { name: /^To the latest messages/ });
    if (await button.isVisible()) await button.click();
    await expect(button).toBeHidden();
    await expect.poll(() => this.log.evaluate(distanceToEnd)).toBeLessThan(4);
  }

  /** Ids of what is on the page now, from above to below. */
  async shownIds(): Promise<string[]> {
    return (await this.#shown()).map(({ id }) => id);
  }

  #shown(): Promise<Entry[]> {
    return this.log.locator('[data-message]').evaluateAll(readEntries, this.person.name);
  }

  async #isAtBeginning(): Promise<boolean> {
    const top = await this.log.evaluate((list) => list.scrollTop);
    return top < 1 && (await this.log.getByText(/^Here begins /).isVisible());
  }

  /** Goes up by less than a page and waits until what has to be loaded is there and stands. */
  async #scrollUp(): Promise<void> {
    await this.log.evaluate((list, part) => list.scrollBy({ top: -list.clientHeight * part }), step);
    await this.stands();
  }

  /** Waits until nothing loads and two pictures are alike. */
  async stands(): Promise<void> {
    await expect(this.log).toHaveAttribute('aria-busy', 'false');
    await expect
      .poll(() =>
        this.log.evaluate(async (list) => {
          const picture = () => `${list.scrollTop} ${list.scrollHeight} ${list.getAttribute('aria-busy')}`;
          const before = picture();
          for (let frames = 0; frames < 4; frames += 1) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
          return picture() === before && before.endsWith('false');
        }),
      )
      .toBe(true);
  }
}

const distanceToEnd = ({ scrollHeight, scrollTop, clientHeight }: Element): number =>
  scrollHeight - scrollTop - clientHeight;
