import type { Page } from '@playwright/test';
import { type OutsideService, openOutsideService } from '#lib/web/testing/openOutsideService.ts';
import { testPassword } from '../server/testing/RunningApi.ts';
import { fillAndPress, leave, menuOf } from './support/forms.ts';
import { places } from './support/places.ts';
import { test as base, expect, pageWindow } from './support/scenario.ts';
import { startServer } from './support/server.ts';
import { apiOf } from './support/world.ts';

/** The server knows one other service, which asks its visitors who they are. */
const test = base.extend<{ outside: OutsideService }>({
  outside: async ({ home }, use) => {
    const callback = `http://localhost:${home.port}/api/auth/callback/oidc`;
    const outside = await openOutsideService(callback, { asks: true });
    await use(outside);
    await outside.close();
  },
  server: async ({ home, outside }, use, info) => {
    const settings = {
      OIDC_ISSUER: outside.issuer,
      OIDC_CLIENT_ID: outside.clientId,
      OIDC_CLIENT_SECRET: outside.clientSecret,
      OIDC_NAME: 'Work',
    };
    const server = await startServer({ ...home, env: { ...home.env, ...settings } });
    await use(server);
    await server.stop();
    await info.attach('server.log', { body: server.output(), contentType: 'text/plain' });
  },
});

/** Goes to the other service, says who one is there, and comes back. */
async function signInAtWork(page: Page, login: string): Promise<void> {
  // Its page wants a font of another site.
  await page.route('https://fonts.googleapis.com/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Go on with Work' }).click();
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}

test('Frank is new and comes in by the service of his work, straight to where he wanted to go', async ({
  server,
  invite,
}) => {
  const frank = await invite('Frank');
  await frank.page.goto(`${server.url}/sign-in?returnTo=/space/demo`);
  await signInAtWork(frank.page, 'frank');
  await frank.page.waitForURL(`${server.url}/space/demo`);
  await expect(frank.page.getByText('Enter as')).toBeVisible();
  await frank.goThroughDoor();
});

test('Gus is a guest, signs in at his work and stays Gus on his tile', async ({
  server,
  outside,
  invite,
}) => {
  outside.visiting = { sub: 'gus', name: 'Augustus', email: 'gus@example.org', email_verified: true };
  const gus = await invite('Gus');
  await gus.enter(server.url);
  await gus.walkTo(places.far);
  await leave(gus.page);
  await gus.page.goto(`${server.url}/sign-up?returnTo=/space/demo`);
  await expect(gus.page.getByRole('heading', { name: 'Keep this account' })).toBeVisible();
  await signInAtWork(gus.page, 'gus');
  await gus.page.waitForURL(`${server.url}/space/demo`);
  await expect(menuOf(gus.page, 'Gus')).toBeVisible();
  await expect(gus.page.getByText('Enter as')).toBeVisible();
  await gus.goThroughDoor();
  await gus.expectTile(places.far);
});

test('whoever signs in by an address with another site in it stays on this one', async ({
  server,
  invite,
}) => {
  const olga = await apiOf(server).makeAccount('Olga');
  const [frank, byPassword] = [
    await invite('Frank', { viewport: pageWindow }),
    await invite('Olga', { viewport: pageWindow }),
  ];
  await frank.page.goto(`${server.url}/sign-in?returnTo=https://evil.example/`);
  await signInAtWork(frank.page, 'frank');
  await frank.page.waitForURL(`${server.url}/spaces`);

  await byPassword.page.goto(`${server.url}/sign-in?returnTo=//evil.example/`);
  await fillAndPress(byPassword.page, { Email: olga.email, Password: testPassword }, 'Sign in');
  await byPassword.page.waitForURL(`${server.url}/spaces`);
});
