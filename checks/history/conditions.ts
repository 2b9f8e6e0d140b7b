import { setTimeout as pause } from 'node:timers/promises';

/** How often a condition is looked at, in ms. */
const lookMs = 5;

/** Waits until something is so. Returns whether it came so in time. */
export async function becomes(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const endMs = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > endMs) return false;
    await pause(lookMs);
  }
  return true;
}
