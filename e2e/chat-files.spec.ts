import type { APIResponse } from '@playwright/test';
import sharp from 'sharp';
import { uploadBytesMost } from '#lib/domain/chat/limits.ts';
import { Chat, chatWindow } from './support/Chat.ts';
import { expect, test } from './support/scenario.ts';
import { foundTalk } from './support/talk.ts';

const secret = 'Taken at Harbour Street 7';

/** A picture that says where it was taken. */
const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#0a8fa3' } })
    .withExif({ IFD0: { ImageDescription: secret, Copyright: secret } })
    .png()
    .toBuffer();

const script = '<script>document.title = "taken"</script>';

/** The headers that keep a file from doing anything but being saved. */
function expectHarmless(response: APIResponse): void {
  expect(response.status()).toBe(200);
  const headers = response.headers();
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-disposition']).toMatch(/^attachment/);
  expect(headers['content-security-policy']).toContain('sandbox');
}

test('Alice sends files: pictures lose what they say of her, all others are saved and never shown', async ({
  server,
  invite,
}) => {
  const talk = await foundTalk(server);
  const [aliceHerself, bobHimself] = [
    await invite('Alice', { viewport: chatWindow }),
    await invite('Bob', { viewport: chatWindow }),
  ];
  await aliceHerself.signIn(server, talk.alice);
  await bobHimself.signIn(server, talk.bob);
  const alice = await Chat.open(aliceHerself, server, talk.spaceId);
  const bob = await Chat.open(bobHimself, server, talk.spaceId);
  const original = await picture();
  expect(original.toString('latin1')).toContain(secret);

  await alice.field.fill('The harbour');
  await alice.attach({ name: 'harbour.png', mimeType: 'image/png', buffer: original });
  const image = bob.message('The harbour').getByRole('img', { name: 'harbour.png' });
  await expect
    .poll(() => image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0)))
    .toBe(64);
  const bytes = await bob.download(image, 'src');
  expectHarmless(bytes);
  expect((await bytes.body()).toString('latin1')).not.toContain(secret);
  await bob.log.getByRole('button', { name: /^Picture harbour\.png/ }).click();
  await expect(bob.page.getByRole('dialog', { name: 'harbour.png' })).toBeVisible();
  await bob.page.keyboard.press('Escape');

  const others = [
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Bread, milk') },
    {
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(`<!doctype html>${script}`) },
  ];
  await alice.attach(...others);
  for (const { name, buffer } of others) {
    const link = bob.log.getByRole('link', { name: `Save ${name}` });
    await expect(link).toBeVisible();
    const file = await bob.download(link, 'href');
    expectHarmless(file);
    expect(file.headers()['content-type']).not.toMatch(/svg|html/);
    expect(Buffer.compare(await file.body(), buffer)).toBe(0);
  }
  await expect(bob.log.getByRole('img')).toHaveCount(1);

  await alice.attach({
    name: 'film.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(uploadBytesMost + 1),
  });
  const news = alice.page.getByRole('status').filter({ hasText: 'film.bin was not sent' });
  await expect(news).toContainText('Files may have up to 10 MB.');
  const broken = Buffer.concat([original.subarray(0, 60), Buffer.from('no picture at all')]);
  await alice.attach({ name: 'broken.png', mimeType: 'image/png', buffer: broken });
  await expect(alice.log.getByRole('alert')).toContainText('This file is not what its name says');

  // Of several files at once the one that is uploaded first is sent first.
  const stored = await talk.general.latest(talk.bob);
  expect(stored.map(({ type, file }) => `${type} ${file?.name} ${file?.width}`).toSorted()).toEqual(
    ['image harbour.png 64', ...others.map(({ name }) => `file ${name} null`)].toSorted(),
  );
});

test('Alice speaks a message, and Bob hears it', async ({ server, invite }) => {
  const talk = await foundTalk(server);
  const [aliceHerself, bobHimself] = [
    await invite('Alice', { viewport: chatWindow }),
    await invite('Bob', { viewport: chatWindow }),
  ];
  await aliceHerself.signIn(server, talk.alice);
  await bobHimself.signIn(server, talk.bob);
  const alice = await Chat.open(aliceHerself, server, talk.spaceId);
  const bob = await Chat.open(bobHimself, server, talk.spaceId);

  await alice.page.getByRole('button', { name: 'Record a voice message' }).click();
  const recorder = alice.page.getByRole('region', { name: 'Voice message' });
  await expect(recorder.getByRole('timer')).toHaveText(/^0:0[2-9]/);
  await recorder.getByRole('button', { name: 'Stop' }).click();
  await recorder.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(alice.field).toBeVisible();

  const message = bob.log.getByRole('group', { name: /^Voice message, 0:0[2-9]/ });
  await message.getByRole('button', { name: 'Play' }).click();
  await expect
    .poll(() => bob.log.locator('audio').evaluate((element) => (element as HTMLAudioElement).currentTime))
    .toBeGreaterThan(0.5);
  await expect(message.getByText(/cannot be played/)).toHaveCount(0);
  const [stored] = await talk.general.latest(talk.bob);
  expect(stored).toMatchObject({ type: 'voice', content: '' });
  expect(stored?.file?.durationMs).toBeGreaterThan(1_500);
});
