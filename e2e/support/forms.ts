import { expect, type Locator, type Page } from '@playwright/test';

/** Fills fields by their labels and presses a button of the page's content. */
export async function fillAndPress(
  page: Page,
  fields: Readonly<Record<string, string>>,
  button: string,
): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
}

/** Chooses one entry of a select. */
export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** A complaint of the page's content; the router's own live region has the same role. */
export const complaint = (page: Page): Locator => page.getByRole('main').getByRole('alert');

/** Short news at the edge of a page: the region in which these very words stand. */
export const news = (page: Page, words: string): Locator =>
  page.getByRole('status').filter({ has: page.getByText(words, { exact: true }) });

/** My menu in the head of a page. */
export const menuOf = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `${name}, your menu` });

/** One of my spaces on the dashboard. */
export const cardOf = (page: Page, space: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: space, exact: true }) });

/** Opens the menu of a space on the dashboard and takes a choice of it. */
export async function fromCardMenu(page: Page, space: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${space}`, exact: true }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
  await expect(page.getByRole('menu')).toBeHidden();
}

/** Leaves a space by its button. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave the space' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: /^You have left/ })).toBeVisible();
}
