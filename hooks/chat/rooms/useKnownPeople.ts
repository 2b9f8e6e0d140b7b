'use client';

import { useMemo } from 'react';
import { useSelected } from '#hooks/useSelected.ts';
import type { ChatState } from '#lib/client/chat/ChatState.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { useChatStore } from '../ChatContext.ts';
import { usePresentPeople } from './usePresentPeople.ts';

const peopleOf = (state: ChatState) => state.people;

/** People whom this page knows without asking: those who were named in the chat, and those who are inside. */
export function useKnownPeople(): readonly PersonView[] {
  const named = useSelected(useChatStore(), peopleOf);
  const present = usePresentPeople();
  return useMemo(() => {
    const inside = [...present.values()].map(({ userId, username, cast }) => ({
      id: userId,
      name: username,
      cast,
    }));
    return [...new Map([...named.values(), ...inside].map((person) => [person.id, person])).values()];
  }, [named, present]);
}
