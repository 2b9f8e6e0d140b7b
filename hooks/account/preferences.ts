import type { Preferences } from '#lib/protocol/rest/me.ts';

/** One switch of the preferences: its group and its name there. */
export type PreferenceKey =
  | { readonly group: 'notifications'; readonly name: keyof Preferences['notifications'] }
  | { readonly group: 'devices'; readonly name: keyof Preferences['devices'] };

/** The preferences with one switch set. */
export function withPreference(preferences: Preferences, key: PreferenceKey, isOn: boolean): Preferences {
  return { ...preferences, [key.group]: { ...preferences[key.group], [key.name]: isOn } };
}

/** What the browser says about notifications. `missing`: it shows none on this page. */
export type NoticeRight = 'missing' | NotificationPermission;

/**
 * What to say below the switch for desktop notifications: a key of `accountPreferences`, or null. Who never wanted them
 * is not told that they are forbidden.
 */
export function desktopNote(
  right: NoticeRight,
  isWanted: boolean,
): 'desktopMissing' | 'desktopDenied' | 'desktopElsewhere' | null {
  if (!isWanted) return null;
  if (right === 'missing') return 'desktopMissing';
  if (right === 'denied') return 'desktopDenied';
  return right === 'default' ? 'desktopElsewhere' : null;
}
