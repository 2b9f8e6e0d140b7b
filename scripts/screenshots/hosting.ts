import { cookiesOf, editSpace } from '../../e2e/support/world.ts';
import type { Look } from './looks.ts';
import type { Studio } from './studio.ts';
import { Visitor } from './Visitor.ts';

type Shoot = (name: string) => Promise<void>;

/** A space as whoever looks after it sees it: news for all, somebody's menu, and the question before a ban. */
export async function photographHosting(studio: Studio, look: Look): Promise<void> {
  if (studio.company === null) return;
  const { api, spaceId, olga, adam, mona, max } = studio.company;
  await editSpace(api, olga, spaceId, { welcomeText: 'The kitchen is on the right. Walk up to anybody.' });
  const company = [];
  for (const someone of [olga, mona, max]) company.push(await api.join(spaceId, someone));
  const host = await Visitor.arrive(studio.browser, studio.url, studio.grid, look.options);
  await host.page.context().addCookies(cookiesOf(adam, studio.url));
  await host.enterKnown(`/space/${spaceId}`);
  const shoot: Shoot = (name) => host.photograph(studio.fileOf(name, look));
  const body = { text: 'Cake in the kitchen at four.' };
  await api.must(201, 'POST', `/spaces/${spaceId}/announcements`, { cookie: olga.cookie, body });
  await photographNews(host, body.text, shoot);
  await photographMax(host, shoot);
  await host.goAway();
  for (const socket of company) socket.close();
}

async function photographNews({ page }: Visitor, words: string, shoot: Shoot): Promise<void> {
  await page.getByText(words).waitFor();
  await shoot('announcement');
  await page.getByRole('button', { name: 'Close the announcement' }).click();
  await page.getByRole('button', { name: 'Close the welcome' }).click();
}

async function photographMax({ page }: Visitor, shoot: Shoot): Promise<void> {
  await page.getByRole('button', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'More about Max' }).click();
  await shoot('person-menu');
  await page.getByRole('menuitem', { name: 'Ban…' }).click();
  await page.getByRole('alertdialog', { name: 'Ban Max' }).waitFor();
  await shoot('ban');
}
