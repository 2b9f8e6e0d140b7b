'use client';

import { useEffect, useState } from 'react';
import { type Action, useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useSelected } from '#hooks/useSelected.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { useChatStore } from './ChatContext.ts';

export interface Pins {
  /** Latest pin first; null until they are known. */
  readonly messages: readonly Message[] | null;
  readonly people: ReadonlyMap<string, PersonView>;
  readonly reading: Action<[], void>;
}

interface Known {
  readonly roomId: string;
  readonly messages: readonly Message[];
  readonly people: ReadonlyMap<string, PersonView>;
}

const nobody: ReadonlyMap<string, PersonView> = new Map();

/** The pinned messages of a room. They are read anew when a message on the page is pinned, taken down or changed. */
export function usePins(roomId: string): Pins {
  const api = useApi();
  const chat = useChatStore();
  const [known, setKnown] = useState<Known | null>(null);
  const pinned = useSelected(chat, ({ timelines }) => pinnedKey(timelines.get(roomId)?.messages ?? []));
  const reading = useAction(async () => {
    const { reply } = await api.call(chatRoutes.readPins, { params: { chatroom: roomId } });
    const people = new Map(reply.people.map((person) => [person.id, person]));
    setKnown({ roomId, messages: reply.messages, people });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read for each room, and whenever its pins may be others
  useEffect(() => void reading.run(), [roomId, pinned]);
  const current = known?.roomId === roomId ? known : null;
  return { messages: current?.messages ?? null, people: current?.people ?? nobody, reading };
}

/** Changes whenever something about the pinned messages among these does. */
function pinnedKey(messages: readonly Message[]): string {
  return messages
    .filter(({ pinnedAt }) => pinnedAt !== null)
    .map(({ id, pinnedAt, editedAt }) => `${id} ${pinnedAt} ${editedAt}`)
    .join('\n');
}
