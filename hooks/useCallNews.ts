'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { CallEnding, CallParticipant, CallState } from '#lib/client/call/callState.ts';
import { isAmong, newcomers, participantsOf } from './newcomers.ts';
import { useVisit } from './SpaceContext.ts';
import type { Toast, Toasts } from './toasts.ts';

type SpaceTexts = ReturnType<typeof useTranslations<'space'>>;
type CallTexts = ReturnType<typeof useTranslations<'calls'>>;

interface Texts {
  readonly space: SpaceTexts;
  readonly calls: CallTexts;
}

/** Shows who came to the call, who went on, and why it ended when that is not plain to see. */
export function useCallNews(toasts: Toasts): void {
  const space = useTranslations('space');
  const callTexts = useTranslations('calls');
  const { calls } = useVisit();
  useEffect(
    () =>
      calls.store.subscribe(({ call }, before) => {
        if (call === before.call) return;
        const texts = { space, calls: callTexts };
        for (const toast of callNews(texts, before.call, call)) toasts.show(toast);
      }),
    [calls, space, callTexts, toasts],
  );
}

function callNews(t: Texts, before: CallState, now: CallState): Toast[] {
  const former = participantsOf(before);
  if (now.kind === 'none') return before.kind === 'active' ? endNews(t, now, former) : [];
  const gone = former.filter((person) => !isAmong(now.participants, person));
  return [
    ...newcomers(before, now).map((person) =>
      personNews(person, t.space('joined', { name: person.username })),
    ),
    ...gone.map((person) => goneNews(t.space, person)),
    ...sharers(former, now.participants).map((person) =>
      personNews(person, t.calls('share.begun', { name: person.username })),
    ),
  ];
}

/** Who shares a screen and did not before, whoever came with one included. */
function sharers(
  former: readonly CallParticipant[],
  now: readonly CallParticipant[],
): readonly CallParticipant[] {
  const before = former.filter(({ screen }) => screen);
  return now.filter((person) => person.screen && !person.isResident && !isAmong(before, person));
}

function goneNews(t: SpaceTexts, person: CallParticipant): Toast {
  return personNews(person, t('left', { name: person.username }));
}

function personNews({ userId, cast }: CallParticipant, title: string): Toast {
  return { key: `person-${userId}`, title, cast };
}

type Ended = Extract<CallState, { kind: 'none' }>;

function endNews(t: Texts, now: Ended, former: readonly CallParticipant[]): Toast[] {
  const { ended } = now;
  if (ended !== null && ended.roomId !== null) {
    const words = roomEndNews(t.calls, ended.reason);
    if (words !== null) return [words];
  }
  switch (ended?.reason) {
    case 'setup_timeout':
      return [
        { key: 'call', title: t.space('endedTimeout'), detail: timeoutDetail(t, ended.roomId), tone: 'bad' },
      ];
    case 'removed':
      return [{ key: 'call', title: t.space('endedRemoved') }];
    case 'server_shutdown':
      return [{ key: 'call', title: t.space('endedShutdown') }];
    case 'user_ended':
      return former.map((person) => goneNews(t.space, person));
    case 'stepped_away':
      return [{ key: 'call', title: t.space('steppedAway'), detail: t.space('steppedAwayDetail') }];
    default:
      return [];
  }
}

/** What is otherwise in the call of a chatroom, where nobody has to walk. */
function roomEndNews(t: CallTexts, reason: CallEnding): Toast | null {
  if (reason === 'stepped_away') {
    return { key: 'call', title: t('room.left'), detail: t('room.leftDetail') };
  }
  if (reason === 'removed') {
    return { key: 'call', title: t('room.removed'), detail: t('room.removedDetail') };
  }
  return null;
}

function timeoutDetail(t: Texts, roomId: string | null): string {
  return roomId === null ? t.space('endedTimeoutDetail') : t.calls('room.timeoutDetail');
}
