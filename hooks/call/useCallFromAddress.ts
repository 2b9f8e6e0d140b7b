'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import * as z from 'zod/mini';
import type { CallClient } from '#lib/client/call/CallClient.ts';
import { RequestError } from '#lib/client/session/RequestError.ts';
import { idSchema } from '#lib/protocol/common.ts';
import { useVisit } from '../SpaceContext.ts';
import type { Toasts } from '../toasts.ts';
import { type RoomCallRefusal, roomCallRefusal } from './roomCallWords.ts';

const parameter = 'call';
const roomIdSchema = z.nullable(idSchema);

/** Whoever comes in by `?call={roomId}` goes into that room's call at once; the address is tidied, so that a reload does not. */
export function useCallFromAddress(toasts: Toasts): void {
  const t = useTranslations('calls.room');
  const { calls } = useVisit();
  useEffect(() => {
    const roomId = takeRoomId();
    if (roomId === null) return;
    void refusalOf(calls, roomId).then((refusal) => {
      if (refusal === null) return;
      toasts.show({ key: 'call', title: t('failed'), detail: t(`refusals.${refusal}`), tone: 'bad' });
    });
  }, [calls, t, toasts]);
}

/** What the address names, taken out of it; null where it names no room. */
function takeRoomId(): string | null {
  const address = new URL(window.location.href);
  const named = roomIdSchema.safeParse(address.searchParams.get(parameter));
  if (!address.searchParams.has(parameter)) return null;
  address.searchParams.delete(parameter);
  window.history.replaceState(null, '', address);
  return named.success ? named.data : null;
}

async function refusalOf(calls: CallClient, roomId: string): Promise<RoomCallRefusal | null> {
  try {
    await calls.joinRoom(roomId);
    return null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return roomCallRefusal(error.code);
  }
}
