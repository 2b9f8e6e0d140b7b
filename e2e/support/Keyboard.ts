import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page of ours has. */
const stopsMost = 80;

/** Somebody who has no pointer. Every stop on the way must show that it is one. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until the goal has the focus. Throws at a stop that cannot be seen. */
  async tabTo(goal: Locator): Promise<void> {
    await goal.waitFor();
    for (let stops = 0; stops < stopsMost && !(await hasFocus(goal)); stops += 1) {
      await this.page.keyboard.press('Tab');
      expect(await unseenStop(this.page), 'a stop without a ring').toBeNull();
    }
    await expect(goal).toBeFocused();
  }

  /** Goes to a button or a link and presses it. */
  async press(goal: Locator): Promise<void> {
    await this.tabTo(goal);
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a field and writes over what stands there. */
  async write(goal: Locator, words: string): Promise<void> {
    await this.tabTo(goal);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(words);
  }

  /** Moves by the arrow keys until the goal has the focus: in an open menu, or from one choice to the next. */
  async arrowTo(goal: Locator): Promise<void> {
    await goal.waitFor();
    for (let stops = 0; stops < stopsMost && !(await hasFocus(goal)); stops += 1) await this.#arrowDown();
    await expect(goal).toBeFocused();
  }

  /** Holds the key until the focus has moved, as a finger does: a choice is made by a focus that comes while it is down. */
  async #arrowDown(): Promise<void> {
    const before = await this.page.evaluateHandle(() => document.activeElement);
    await this.page.keyboard.down('ArrowDown');
    await expect.poll(() => before.evaluate((element) => element !== document.activeElement)).toBe(true);
    await this.page.keyboard.up('ArrowDown');
    await before.dispose();
  }

  /** Opens a menu and takes a choice of it. */
  async fromMenu(button: Locator, choice: Locator): Promise<void> {
    await this.press(button);
    await this.arrowTo(choice);
    await this.page.keyboard.press('Enter');
    await expect(choice).toBeHidden();
  }

  /** Opens a select and takes an entry of it, looking from the first one on. */
  async choose(select: Locator, option: Locator): Promise<void> {
    await this.press(select);
    await option.waitFor();
    await this.page.keyboard.press('Home');
    await this.arrowTo(option);
    await this.page.keyboard.press('Enter');
    await expect(option).toBeHidden();
  }
}

const hasFocus = (goal: Locator): Promise<boolean> =>
  goal.evaluate((element) => element === document.activeElement);

/**
 * What has the focus and shows no ring, or null. The ring is an outline, of the element or of what lies over it; a shadow
 * does not count, because many things have one all the time. Behind the last stop the browser's own frame has the focus.
 */
const unseenStop = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const stop = document.activeElement;
    if (stop === null || stop === document.body) return null;
    const isRing = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean =>
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    // A field for several lines may stand in a frame with its buttons: the frame has the ring then.
    const frame = stop.matches('textarea') ? stop.parentElement : null;
    const isSeen =
      isRing(getComputedStyle(stop)) ||
      isRing(getComputedStyle(stop, '::after')) ||
      (frame !== null && isRing(getComputedStyle(frame)));
    return isSeen ? null : stop.outerHTML.slice(0, 300);
  });
