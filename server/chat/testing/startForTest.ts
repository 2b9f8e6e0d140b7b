import { onTestFinished } from 'vitest';
import { type ChatHarness, type HarnessOptions, startChat } from './chatHarness.ts';

/** A chat that ends with the test that started it. */
export async function start(options?: HarnessOptions): Promise<ChatHarness> {
  const harness = await startChat(options);
  onTestFinished(() => harness.close());
  return harness;
}

/** Lets everything that needs no timer happen. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
