import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];
type Node = Violations[number]['nodes'][number];

/** What axe finds on a page, one line a violation; rules in `without` are left out. */
export async function violationsOf(page: Page, without: readonly string[] = []): Promise<string[]> {
  await expect.poll(() => movingParts(page), { message: 'the page stands still' }).toBe(0);
  // Our pages hold no frames, so axe needs no page of its own to put its findings together, which takes most of the time.
  // What passes is not asked for: on a long page that list takes longer than the looking.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .disableRules([...without])
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(wordsOf).join(' | ')})`);
}

/** Animations that come to an end: colours halfway from one theme to the other have no contrast yet. */
const movingParts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime))).length,
  );

/** Where it is and what is wrong with it. */
function wordsOf({ target, any }: Node): string {
  return [target.join(' '), ...any.map(({ message }) => message)].join(': ');
}
