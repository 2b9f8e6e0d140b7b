import { choose, enterAs, hostWindow, personMenu } from './support/host.ts';
import { places, right } from './support/places.ts';
import { pushedWithinMs, Stopwatch } from './support/Stopwatch.ts';
import { expect, test } from './support/scenario.ts';
import { startTwoProcesses } from './support/server.ts';
import { foundCompany } from './support/world.ts';

test('web and realtime are two processes: a ban reaches an open page in a call at once', async ({
  home,
  invite,
}, info) => {
  const { web, realtime } = await startTwoProcesses(home);
  try {
    const { api, spaceId, mona: monaHerself } = await foundCompany(web);
    const bob = await enterAs(invite, web, await api.makeAccount('Bob'), spaceId);
    const mona = await enterAs(invite, web, monaHerself, spaceId, { viewport: hostWindow });
    await mona.walkTo(places.meeting);
    await bob.walkTo(right(1));
    await Promise.all([mona.hears(1), bob.hears(1)]);

    await choose(await personMenu(mona.page, 'Bob'), 'Ban…');
    const question = mona.page.getByRole('alertdialog', { name: 'Ban Bob' });
    await question.getByLabel('Reason').fill('Loud music');
    const ban = new Stopwatch(info);
    await question.getByRole('button', { name: 'Ban', exact: true }).click();
    const verdict = bob.page.getByRole('heading', { name: 'You cannot be in Lighthouse at the moment' });
    const [toldMs, tileMs] = await Promise.all([
      ban.lap('ban over two processes: Bob is told', verdict.waitFor()),
      ban.lap('ban over two processes: his tile is gone', mona.tileOf('Bob').waitFor({ state: 'detached' })),
    ]);
    expect(Math.max(toldMs, tileMs)).toBeLessThan(pushedWithinMs);
    await expect(bob.page.getByText('Loud music')).toBeVisible();
    await mona.isAlone();
    await bob.page.reload();
    await expect(bob.page.getByRole('heading', { name: 'You cannot enter Lighthouse' })).toBeVisible();
  } finally {
    await web.stop();
    await realtime.stop();
  }
});
