'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { type SettingsTab, settingsTabs } from './settingsTabs.ts';

/** The page of the settings that is shown. The address may name the space by its id or by its slug. */
export function useCurrentTab(): SettingsTab | null {
  const segment = useSelectedLayoutSegment();
  return settingsTabs.find((tab) => tab === segment) ?? null;
}
