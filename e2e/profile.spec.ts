import type { Page } from '@playwright/test';
import { messagesOf } from '#lib/i18n/messages.ts';
import { chooseOption, complaint, menuOf, news } from './support/forms.ts';
import { enterAs, peoplePanel } from './support/host.ts';
import { firstSight, nextPress } from './support/moments.ts';
import { pushedWithinMs } from './support/Stopwatch.ts';
import { expect, pageWindow, test } from './support/scenario.ts';
import { apiOf, foundCompany } from './support/world.ts';

const profile = '/account/profile';

const fields = (page: Page) => ({
  name: page.getByLabel('Name', { exact: true }),
  status: page.getByLabel(/^Status/),
  pronouns: page.getByLabel(/^Pronouns/),
  save: page.getByRole('button', { name: 'Save the profile' }),
});

/** All sentences of a catalogue that stand as they are, without anything to fill in. */
function plainWords(part: unknown): string[] {
  if (typeof part === 'string') return /[{<]/.test(part) ? [] : [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(plainWords) : [];
}

/** Every text and label that a page shows, one by one. */
const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode() !== null) {
      const isCode = walk.currentNode.parentElement?.closest('script, style, noscript') !== null;
      if (!isCode) shown.push(walk.currentNode.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label]')) shown.push(element.ariaLabel ?? '');
    return shown.filter((words) => words !== '');
  });

test('Olga changes name, character and status: Max sees it on his open map at once', async ({
  server,
  invite,
}, info) => {
  const { olga: account, max: maxAccount, spaceId } = await foundCompany(server);
  const [olga, max] = [
    await enterAs(invite, server, account, spaceId),
    await enterAs(invite, server, maxAccount, spaceId),
  ];
  const row = (await peoplePanel(max.page)).locator(`[data-user="${account.id}"]`);
  await expect(row).toContainText('Olga');

  const { page } = await olga.secondTab();
  await page.setViewportSize(pageWindow);
  await page.goto(server.url + profile);
  await page.getByRole('radio', { name: 'White bun, glasses' }).click();
  await fields(page).name.fill('Olga Berg');
  await fields(page).status.fill('In the lighthouse until 11');
  const [seen, pressed] = [
    await firstSight(max.page, 'li', 'In the lighthouse until 11'),
    await nextPress(page),
  ];
  await fields(page).save.click();
  await expect(news(page, 'Your profile is saved')).toBeVisible();
  const tookMs = (await seen()) - (await pressed());

  await expect(row).toContainText('Olga Berg');
  await expect(row.locator('img')).toHaveAttribute('src', /greta/);
  await expect(menuOf(page, 'Olga Berg')).toBeVisible();
  info.annotations.push({ type: 'profile on another map', description: `${tookMs} ms` });
  expect(tookMs).toBeLessThan(pushedWithinMs);
});

test('two tabs edit at once: other fields come together, the same field is asked about', async ({
  server,
  invite,
}) => {
  const account = await apiOf(server).makeAccount('Olga');
  const first = await invite('Olga', { viewport: pageWindow });
  await first.signIn(server, account);
  const second = await first.secondTab();
  for (const { page } of [first, second]) await page.goto(server.url + profile);
  const [here, there] = [fields(first.page), fields(second.page)];

  await here.status.fill('At the harbour');
  await here.save.click();
  await expect(news(first.page, 'Your profile is saved')).toBeVisible();
  await there.pronouns.fill('she/her');
  await there.save.click();
  await expect(news(second.page, 'Your profile is saved')).toBeVisible();
  await expect(there.status).toHaveValue('At the harbour');

  await here.pronouns.fill('they/them');
  await here.save.click();
  await expect(complaint(first.page)).toContainText('Your profile was changed elsewhere');
  await expect(here.pronouns).toHaveValue('they/them');
  await first.page.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(complaint(first.page)).toBeHidden();
  await first.page.reload();
  await expect(here.pronouns).toHaveValue('they/them');
  await expect(here.status).toHaveValue('At the harbour');
});

test('Olga speaks German and lives in Tokyo: her pages do too, without a word of English', async ({
  server,
  invite,
}) => {
  const { api, olga: account, spaceId } = await foundCompany(server);
  const archived = await api.makeSpace(account, { name: 'Leuchtturm' });
  await api.must(200, 'PUT', `/spaces/${archived}/archive`, { cookie: account.cookie });
  const olga = await invite('Olga', { viewport: pageWindow });
  await olga.signIn(server, account);
  const { page } = olga;
  await page.goto(server.url + profile);
  await chooseOption(page, 'Language', 'Deutsch');
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByRole('combobox', { name: 'Find a city or region' }).fill('Tokyo');
  await page.getByRole('combobox', { name: 'Find a city or region' }).press('Enter');
  await fields(page).save.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  await page.goto(`${server.url}/spaces`);
  await expect(page.getByRole('heading', { name: messagesOf('de').spaces.title })).toBeVisible();
  const german = new Set(plainWords(messagesOf('de')));
  const english = new Set(plainWords(messagesOf('en')).filter((words) => !german.has(words)));
  for (const path of ['/spaces', '/spaces?state=archived', profile, `/space/${spaceId}/settings/members`]) {
    await page.goto(server.url + path);
    const shown = await wordsOn(page);
    expect(
      shown.filter((words) => english.has(words)),
      path,
    ).toEqual([]);
    expect(shown.filter((words) => german.has(words)).length, path).toBeGreaterThan(5);
  }

  await page.goto(`${server.url}/space/${spaceId}/settings/audit`);
  const moment = page.locator('time').first();
  const at = new Date((await moment.getAttribute('datetime')) ?? '');
  const inTokyo = new Intl.DateTimeFormat('de', { timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(at);
  await expect(moment).toContainText(inTokyo);
});

test('Olga writes her status on a phone', async ({ server, invite }) => {
  const account = await apiOf(server).makeAccount('Olga');
  const olga = await invite('Olga', { viewport: { width: 390, height: 844 } });
  await olga.signIn(server, account);
  await olga.page.goto(server.url + profile);
  await fields(olga.page).status.fill('On the ferry');
  await fields(olga.page).save.click();
  await expect(news(olga.page, 'Your profile is saved')).toBeVisible();
  await expect(olga.page.getByText('You have changes that are not saved yet.')).toBeHidden();
  const { scrollWidth, clientWidth } = await olga.page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
});
