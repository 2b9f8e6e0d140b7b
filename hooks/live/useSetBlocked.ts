'use client';

import { useTranslations } from 'use-intl';
import type { Personal } from '#lib/client/space/createPersonal.ts';
import { useErrorWords } from '../errorWords.ts';
import type { PersonView } from '../peopleView.ts';
import { type Acts, actKeyOf } from './acts.ts';

export type SetBlocked = (person: Pick<PersonView, 'userId' | 'name' | 'cast'>, isBlocked: boolean) => void;

/** Blocks somebody or ends it, says what that means, and offers the way back. The map and the chat share it. */
export function useSetBlocked(personal: Pick<Personal, 'setBlocked'>, acts: Pick<Acts, 'run'>): SetBlocked {
  const t = useTranslations('blocking');
  const errorWords = useErrorWords();

  return function setBlocked(person, isBlocked) {
    const { userId, name, cast } = person;
    void acts.run({
      key: actKeyOf(person),
      async perform() {
        await personal.setBlocked(userId, isBlocked);
        const action = { label: t('undo'), run: () => setBlocked(person, !isBlocked) };
        const common = { key: `done-${userId}`, cast, action };
        return isBlocked
          ? { ...common, title: t('blocked', { name }), detail: t('blockedDetail') }
          : { ...common, title: t('unblocked', { name }) };
      },
      refused: (error) => ({
        key: `refused-${userId}`,
        title: t('failed', { name }),
        detail: errorWords(error),
        tone: 'bad',
      }),
    });
  };
}
