'use client';

import { useTranslations } from 'use-intl';
import { useErrorWords } from '#hooks/errorWords.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { type BanView, moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import type { Page } from './pages.ts';
import { type Pages, usePages } from './usePages.ts';

export interface Bans {
  readonly pages: Pages<BanView, null>;
  lift(ban: BanView): Promise<void>;
}

/** The bans of a space that are in force. */
export function useBans(space: SpaceView, first: Page<BanView>): Bans {
  const t = useTranslations('spaceBans');
  const api = useApi();
  const toasts = useToasts();
  const wordsOf = useErrorWords();
  const pages = usePages<BanView, null>({
    first,
    noFilter: null,
    keyOf: ({ id }) => id,
    load: async (_, cursor) => {
      const input = { params: { space: space.id }, query: { cursor } };
      return (await api.call(moderationRoutes.listBans, input)).reply;
    },
  });

  async function lift({ id, person }: BanView): Promise<void> {
    const key = `ban-${id}`;
    try {
      await api.call(moderationRoutes.liftBan, { params: { space: space.id, ban: id } });
      pages.change((items) => items.filter((ban) => ban.id !== id));
      toasts.show({ key, title: t('lifted', { name: person.name }) });
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      toasts.show({ key, title: t('unchanged'), detail: wordsOf(error), tone: 'bad' });
    }
  }

  return { pages, lift };
}
