import type { LaunchOptions } from '@playwright/test';

const chromiumSwitches = [
  // Ten pictures a second: three browsers that send thirty each take more than the two cores there may be.
  '--use-fake-device-for-media-stream=fps=10',
  '--use-fake-ui-for-media-stream',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // A page in the background must go on sending: every scenario has one in front at most.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/**
 * How the scenarios start Chromium: with a camera and a microphone made of test pictures and beeps, allowed without
 * asking, and quiet on the network.
 *
 * `VICINITY_CHROMIUM` names the browser; without it Playwright takes its own.
 */
export function chromiumLaunchOptions(): LaunchOptions {
  const executablePath = process.env.VICINITY_CHROMIUM;
  return {
    args: [...chromiumSwitches, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    ...(executablePath === undefined ? {} : { executablePath }),
  };
}
