import { expect, type Locator, type Page } from '@playwright/test';

/** More than any page of ours has to tab through. */
const tabsMost = 40;

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  const hasFocus = (): Promise<boolean> => goal.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < tabsMost && !(await hasFocus()); tabs += 1) await page.keyboard.press('Tab');
  await expect(goal).toBeFocused();
}

/** Presses the arrow down until a line of the open menu has the focus. */
export async function arrowTo(page: Page, item: string): Promise<void> {
  const goal = page.getByRole('menuitem', { name: item, exact: true });
  await goal.waitFor();
  const hasFocus = (): Promise<boolean> => goal.evaluate((element) => element === document.activeElement);
  for (let keys = 0; keys < tabsMost && !(await hasFocus()); keys += 1)
    await page.keyboard.press('ArrowDown');
  await expect(goal).toBeFocused();
}
