'use client';

import { forgetKeptChats } from '#lib/client/chat/keptTexts.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { leaveFor } from './leaveFor.ts';
import type { Action } from './useAction.ts';
import { useApi } from './useApi.ts';
import { useToldAction } from './useToldAction.ts';

/** Signs this browser out and goes to the start page, loaded anew: nothing of the person stays in the page's memory. */
export function useSignOut(): Action<[], void> {
  const api = useApi();
  return useToldAction('sign-out', async () => {
    await api.call(sessionRoutes.signOut);
    forgetKeptChats();
    await leaveFor('/');
  });
}
