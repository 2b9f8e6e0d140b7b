'use client';

import { useMemo } from 'react';
import type { Personal } from '#lib/client/space/createPersonal.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { createActs } from '../live/acts.ts';
import { useSetBlocked } from '../live/useSetBlocked.ts';
import { useSelected } from '../useSelected.ts';
import { useToasts } from '../useToasts.ts';
import { useChatPersonal } from './ChatPersonal.ts';
import { useSelfId } from './useChat.ts';

/** Somebody whom I may block, and where I keep it. */
export interface Blockable {
  readonly person: PersonView;
  readonly personal: Personal;
}

/** Whether it makes sense to block somebody: not me, and not who deleted the account, of whom no name is left. */
export function isBlockable(person: PersonView, selfId: string | null): boolean {
  return selfId !== null && person.id !== selfId && person.name !== '';
}

/** Whether the chat offers to block somebody; null when it does not, as long as I myself am not known. */
export function useBlockable(person: PersonView | null): Blockable | null {
  const personal = useChatPersonal();
  const selfId = useSelfId();
  if (personal === null || person === null || !isBlockable(person, selfId)) return null;
  return { person, personal };
}

export interface Block {
  readonly isBlocked: boolean;
  /** Refusals are told by themselves. */
  change(isBlocked: boolean): void;
}

/** Whether I block somebody, and the way to change it. */
export function useBlock({ person, personal }: Blockable): Block {
  const { id: userId, name, cast } = person;
  const toasts = useToasts();
  const acts = useMemo(() => createActs(toasts), [toasts]);
  const setBlocked = useSetBlocked(personal, acts);
  return {
    isBlocked: useSelected(personal.store, ({ blocked }) => blocked.has(userId)),
    change: (isBlocked) => setBlocked({ userId, name, cast }, isBlocked),
  };
}
