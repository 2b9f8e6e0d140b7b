import { places } from '../../e2e/support/places.ts';
import type { Look } from './looks.ts';
import type { Studio } from './studio.ts';
import { Visitor } from './Visitor.ts';

/** Where Mira stands: on the rug, out of the resident's reach. */
const rug = { x: 19, y: 15 };

/** Those who keep Mira company, in the order in which they come, and where they stand around her. */
const company = [
  { name: 'Jonas', x: 18, y: 14 },
  { name: 'Amara', x: 20, y: 14 },
  { name: 'Priya', x: 17, y: 15 },
  { name: 'Leo', x: 21, y: 15 },
  { name: 'Zoë', x: 20, y: 16 },
];

const smallWindow = {
  viewport: { width: 360, height: 300 },
  locale: 'en-US',
  reducedMotion: 'reduce',
} as const;

/** The space in each of its states, from alone to six people. */
export async function photographSpace(studio: Studio, look: Look): Promise<void> {
  const mira = await Visitor.arrive(studio.browser, studio.url, studio.grid, look.options);
  const friends: Visitor[] = [];
  const shoot = (name: string) => mira.photograph(studio.fileOf(name, look));
  await mira.enter('Mira');
  await shoot('alone');
  await mira.walkTo(places.byResident);
  await mira.hasTiles(2);
  await shoot('resident');
  await mira.walkTo(rug);
  for (const [index, friend] of company.entries()) {
    friends.push(await bring(studio, friend));
    await mira.hasTiles(index + 2);
    const name = { 0: 'two-people', 1: 'three-people', 4: 'six-people' }[index];
    if (name !== undefined) await shoot(name);
  }
  await photographPanels(mira, shoot);
  for (const friend of friends) await friend.goAway();
  await photographTakenOver(mira, shoot);
  await mira.goAway();
}

async function bring(studio: Studio, friend: (typeof company)[number]): Promise<Visitor> {
  const visitor = await Visitor.arrive(studio.browser, studio.url, studio.grid, smallWindow);
  await visitor.enter(friend.name);
  await visitor.walkTo(friend);
  return visitor;
}

async function photographPanels(mira: Visitor, shoot: (name: string) => Promise<void>): Promise<void> {
  const { page } = mira;
  await page.keyboard.press('p');
  await shoot('people');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Menu$/ }).click();
  await shoot('menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Camera and sound' }).click();
  await shoot('devices');
  await page.keyboard.press('Escape');
}

async function photographTakenOver(mira: Visitor, shoot: (name: string) => Promise<void>): Promise<void> {
  const tab = await mira.secondTab();
  await tab.goto(mira.page.url());
  await tab.getByRole('button', { name: /^Enter/ }).click();
  await mira.page.getByRole('heading', { name: 'You are in another tab' }).waitFor();
  await shoot('taken-over');
  await tab.close();
  await mira.page.getByRole('button', { name: 'Use it here' }).click();
  await mira.page.locator('[data-testid="space"][data-connection="live"]').waitFor();
  await mira.loseConnection();
  await shoot('reconnecting');
}
