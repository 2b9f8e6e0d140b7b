'use client';

import { use, useState } from 'react';
import type { CallStoreState } from '#lib/client/call/callState.ts';
import { RequestError } from '#lib/client/session/RequestError.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { type RoomCallRefusal, roomCallRefusal } from '../call/roomCallWords.ts';
import { VisitContext } from '../SpaceContext.ts';
import { type ReadableStore, useSelected } from '../useSelected.ts';
import { useChatPlace } from './ChatPlace.ts';
import { useRoom } from './useChat.ts';

/** The call of a chatroom, as its members see it. */
export interface RoomCall {
  /** Who is in it, oneself included. */
  readonly people: readonly PersonView[];
  readonly isGoingOn: boolean;
  /** Whether I am in it, on this page. */
  readonly isMine: boolean;
  /** Where no map is on the page: the address at which one joins; else null. */
  readonly href: string | null;
  /** Goes into it, or begins it; a refusal is told by `refusal`. */
  join(): void;
  leave(): void;
  readonly isBusy: boolean;
  /** Why the last wish was refused; null after a success. */
  readonly refusal: RoomCallRefusal | null;
}

const noCalls: ReadableStore<null> = { getState: () => null, subscribe: () => () => undefined };
const nobody: readonly PersonView[] = [];

/** The call of a chatroom, and the way into and out of it. */
export function useRoomCall(roomId: string): RoomCall {
  const visit = use(VisitContext);
  const { slug, spaceId } = useChatPlace();
  const room = useRoom(roomId);
  const store: ReadableStore<CallStoreState | null> = visit?.calls.store ?? noCalls;
  const isMine = useSelected(store, (state) => state?.call.kind === 'active' && state.call.roomId === roomId);
  const wish = useWish();
  const people = room?.callPeople ?? nobody;
  return {
    people,
    isGoingOn: people.length > 0 || isMine,
    isMine,
    href: visit === null ? joinHref(slug === '' ? spaceId : slug, roomId) : null,
    join: () => wish.run(() => visit?.calls.joinRoom(roomId)),
    leave: () => wish.run(() => visit?.calls.leave()),
    isBusy: wish.isBusy,
    refusal: wish.refusal,
  };
}

function joinHref(spaceKey: string, roomId: string): string {
  return `/space/${encodeURIComponent(spaceKey)}?${new URLSearchParams({ call: roomId })}`;
}

interface Wish {
  readonly isBusy: boolean;
  readonly refusal: RoomCallRefusal | null;
  run(perform: () => Promise<void> | undefined): void;
}

/** One request at a time; what is no refusal is a bug and rejects. */
function useWish(): Wish {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RoomCallRefusal | null>(null);

  async function carryOut(perform: () => Promise<void> | undefined): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await perform();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setRefusal(roomCallRefusal(error.code));
    } finally {
      setBusy(false);
    }
  }

  return {
    isBusy,
    refusal,
    run: (perform) => {
      if (!isBusy) void carryOut(perform);
    },
  };
}
