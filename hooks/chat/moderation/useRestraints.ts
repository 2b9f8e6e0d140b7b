'use client';

import { useTranslations } from 'use-intl';
import { useMoment } from '#hooks/places/useMoment.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import type { MuteView } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { moderationRoutes } from '#lib/protocol/rest/moderation.ts';

export interface Restraint {
  readonly reason: string;
  /** Seconds until it ends by itself; null: it does not. */
  readonly forS: number | null;
}

export interface Restraints {
  /** Takes somebody's voice in the chat; the news of it can take it back. @throws RestError */
  mute(person: PersonView, restraint: Restraint): Promise<MuteView>;
  unmute(person: PersonView): Promise<void>;
  /** Keeps somebody out of the space; the news of it can take it back. @throws RestError */
  ban(person: PersonView, restraint: Restraint): Promise<void>;
}

/** What moderators of a space do to people because of what they wrote. */
export function useRestraints(spaceId: string, onUnmuted?: (person: PersonView) => void): Restraints {
  const t = useTranslations('chatModeration');
  const moment = useMoment();
  const api = useApi();
  const toasts = useToasts();
  const tell = (person: PersonView, title: string, until: string | null, undo: () => void) =>
    toasts.show({
      key: `restraint-${person.id}`,
      cast: person.cast,
      title,
      ...(until !== null && { detail: t('until', { until: moment(until) }) }),
      action: { label: t('undo'), run: undo },
    });

  const unmuting = useToldAction('restraint', async (person: PersonView) => {
    await api.call(chatRoutes.unmuteInChat, { params: { space: spaceId, user: person.id } });
    onUnmuted?.(person);
    toasts.show({
      key: `restraint-${person.id}`,
      cast: person.cast,
      title: t('unmuted', { name: person.name }),
    });
  });
  const lifting = useToldAction('restraint', async (person: PersonView, ban: string) => {
    await api.call(moderationRoutes.liftBan, { params: { space: spaceId, ban } });
    toasts.show({
      key: `restraint-${person.id}`,
      cast: person.cast,
      title: t('lifted', { name: person.name }),
    });
  });

  return {
    async mute(person, { reason, forS }) {
      const params = { space: spaceId, user: person.id };
      const { mute } = (await api.call(chatRoutes.muteInChat, { params, body: { reason, forS } })).reply;
      tell(person, t('muted', { name: person.name }), mute.until, () => void unmuting.run(person));
      return mute;
    },
    async unmute(person) {
      await unmuting.run(person);
    },
    async ban(person, { reason, forS }) {
      const body = { userId: person.id, reason, durationS: forS };
      const { ban } = (await api.call(moderationRoutes.ban, { params: { space: spaceId }, body })).reply;
      tell(person, t('banned', { name: person.name }), ban.expiresAt, () => void lifting.run(person, ban.id));
    },
  };
}
