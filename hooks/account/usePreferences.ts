'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RestError } from '#lib/client/rest/RestError.ts';
import type { Preferences } from '#lib/protocol/rest/me.ts';
import { useErrorWords } from '../errorWords.ts';
import { useApi } from '../useApi.ts';
import { useToasts } from '../useToasts.ts';
import { editMeOver, type OwnProfile } from './editMe.ts';
import { type PreferenceKey, withPreference } from './preferences.ts';

export interface PreferencesEdit {
  readonly preferences: Preferences;
  set(key: PreferenceKey, isOn: boolean): void;
}

/**
 * Preferences that are saved as they are switched. The switch shows it at once; saves go out one after the other, and one
 * that fails is taken back and told.
 */
export function usePreferences(initial: OwnProfile): PreferencesEdit {
  const t = useTranslations('accountPreferences');
  const api = useApi();
  const toasts = useToasts();
  const words = useErrorWords();
  const [preferences, setPreferences] = useState(initial.user.preferences);
  const saved = useRef(initial);
  const queue = useRef(Promise.resolve());

  async function save(key: PreferenceKey, isOn: boolean): Promise<void> {
    try {
      saved.current = await editMeOver(api, saved.current, (user) => ({
        preferences: withPreference(user.preferences, key, isOn),
      }));
      toasts.show({ key: 'preferences', title: t('saved') });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      setPreferences((shown) => withPreference(shown, key, !isOn));
      toasts.show({ key: 'preferences', title: t('notSaved'), detail: words(error), tone: 'bad' });
    }
  }

  return {
    preferences,
    set(key, isOn) {
      setPreferences((shown) => withPreference(shown, key, isOn));
      queue.current = queue.current.then(() => save(key, isOn));
    },
  };
}
