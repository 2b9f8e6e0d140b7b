'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { CallParticipant, CallState } from '#lib/client/call/callState.ts';
import { isAmong, newcomers, participantsOf } from './newcomers.ts';
import { useVisit } from './SpaceContext.ts';
import type { Toast, Toasts } from './toasts.ts';

type SpaceTexts = ReturnType<typeof useTranslations<'space'>>;

/** Shows who came to the call, who went on, and why it ended when that is not plain to see. */
export function useCallNews(toasts: Toasts): void {
  const t = useTranslations('space');
  const { calls } = useVisit();
  useEffect(
    () =>
      calls.store.subscribe(({ call }, before) => {
        if (call === before.call) return;
        for (const toast of callNews(t, before.call, call)) toasts.show(toast);
      }),
    [calls, t, toasts],
  );
}

function callNews(t: SpaceTexts, before: CallState, now: CallState): Toast[] {
  const former = participantsOf(before);
  if (now.kind === 'none') return before.kind === 'active' ? endNews(t, now, former) : [];
  const gone = former.filter((person) => !isAmong(now.participants, person));
  return [
    ...newcomers(before, now).map((person) => personNews(person, t('joined', { name: person.username }))),
    ...gone.map((person) => goneNews(t, person)),
  ];
}

function goneNews(t: SpaceTexts, person: CallParticipant): Toast {
  return personNews(person, t('left', { name: person.username }));
}

function personNews({ userId, cast }: CallParticipant, title: string): Toast {
  return { key: `person-${userId}`, title, cast };
}

function endNews(
  t: SpaceTexts,
  { ended }: Extract<CallState, { kind: 'none' }>,
  former: readonly CallParticipant[],
): Toast[] {
  switch (ended?.reason) {
    case 'setup_timeout':
      return [{ key: 'call', title: t('endedTimeout'), detail: t('endedTimeoutDetail'), tone: 'bad' }];
    case 'removed':
      return [{ key: 'call', title: t('endedRemoved') }];
    case 'server_shutdown':
      return [{ key: 'call', title: t('endedShutdown') }];
    case 'user_ended':
      return former.map((person) => goneNews(t, person));
    case 'stepped_away':
      return [{ key: 'call', title: t('steppedAway'), detail: t('steppedAwayDetail') }];
    default:
      return [];
  }
}
