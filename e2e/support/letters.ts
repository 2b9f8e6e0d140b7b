import { expect } from '@playwright/test';
import type { Server } from './server.ts';

/** Pages that a link of a mail leads to. */
type LinkedPage = 'confirm' | 'reset-password' | 'invite' | 'setup';

/**
 * Runs an act and gives the address that the server wrote meanwhile, in place of the mail that a machine without a mail
 * server cannot send.
 */
export async function linkAfter(server: Server, page: LinkedPage, act: () => Promise<void>): Promise<string> {
  const before = server.output().length;
  await act();
  // Log lines are JSON: an address ends at a quote or at a line break that is written as a backslash and a letter.
  const pattern = new RegExp(`https?://[^\\s"\\\\]+/${page}/[\\w-]{20,}[^\\s"\\\\]*`);
  const find = () => pattern.exec(server.output().slice(before))?.[0] ?? null;
  await expect.poll(find, { message: `the server writes a link to /${page}/` }).not.toBeNull();
  return find() ?? '';
}
