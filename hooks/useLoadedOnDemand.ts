'use client';

import { type ComponentType, useState } from 'react';

export interface LoadedOnDemand<Props> {
  /** The component, once it was asked for and is there. */
  readonly Loaded: ComponentType<Props> | null;
  /** Starts to fetch it, because somebody comes near. */
  fetchAhead(): void;
  show(): void;
}

/** A component whose code comes when somebody reaches for it, so that the page's first script stays small. */
export function useLoadedOnDemand<Props>(load: () => Promise<ComponentType<Props>>): LoadedOnDemand<Props> {
  const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);

  async function show(): Promise<void> {
    try {
      const loaded = await load();
      setLoaded(() => loaded);
    } catch (error) {
      reportMissing(error);
    }
  }

  return { Loaded, show: () => void show(), fetchAhead: () => void load().catch(reportMissing) };
}

/** Without a network a press does nothing yet; the next one asks again. */
function reportMissing(error: unknown): void {
  console.warn('a part of the page could not be loaded', error);
}
