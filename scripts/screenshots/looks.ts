import type { BrowserContextOptions } from 'playwright';

/** One way a page is looked at. */
export interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

const shared: BrowserContextOptions = { locale: 'en-US', reducedMotion: 'reduce' };
const sizes: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** Desktop and phone, by day and by night. */
export const looks: readonly Look[] = Object.entries(sizes).flatMap(([size, options]) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `${size}-${colorScheme}`,
    options: { ...shared, ...options, colorScheme },
  })),
);
