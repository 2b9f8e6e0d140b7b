import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './Person.ts';

/** Opens the chat beside the map at a room, by its name. */
export async function openRoom({ page }: Person, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Chat/ }).click();
  await page.locator('[data-room]').filter({ hasText: name }).click();
  await page.getByRole('heading', { name, level: 2, exact: true }).waitFor();
}

/** Puts the chat away: in a small window it lies over the tools. */
export async function closeChat({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Close chat' }).click();
  await page.getByRole('complementary', { name: 'Chat' }).waitFor({ state: 'detached' });
}

/** The bar of the room's call, below the room's head; there while somebody is in it. */
export function roomCall(page: Page): Locator {
  return page.getByTestId('room-call');
}

/** Starts the call of the open room, or joins it. */
export async function joinRoomCall({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^(Start a call|Join the call)$/ }).click();
  await expect(roomCall(page)).toHaveAttribute('data-mine', 'true');
}

/** The large picture of somebody's screen moves. */
export async function seesScreen({ name, page }: Person): Promise<void> {
  const video = page.getByTestId('screen-stage').locator('video');
  await video.waitFor({ timeout: 25_000 });
  const frames = () =>
    video.evaluate((element) =>
      element instanceof HTMLVideoElement ? element.getVideoPlaybackQuality().totalVideoFrames : 0,
    );
  const before = await frames();
  await expect
    .poll(frames, { message: `${name} sees a screen that moves`, timeout: 25_000 })
    .toBeGreaterThan(before + 2);
}
