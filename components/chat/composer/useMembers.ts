'use client';

import { useCallback, useRef, useState } from 'react';
import { useApi } from '#hooks/useApi.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';

/** Members of a room, asked for when they are first needed. Null until they are there. */
export function useMembers(roomId: string): { members: readonly PersonView[] | null; load: () => void } {
  const api = useApi();
  const [members, setMembers] = useState<readonly PersonView[] | null>(null);
  const isAsked = useRef(false);
  const load = useCallback(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    api.call(chatRoutes.listChatroomMembers, { params: { chatroom: roomId } }).then(
      ({ reply }) => setMembers(reply.members.map(({ person }) => person)),
      (error: unknown) => {
        if (!(error instanceof RestError)) throw error;
        // Names can be written by hand; the next `@` asks again.
        isAsked.current = false;
        console.warn('chat: members could not be offered', error);
      },
    );
  }, [api, roomId]);
  return { members, load };
}
