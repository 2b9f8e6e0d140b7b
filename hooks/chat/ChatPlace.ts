'use client';

import { createContext, createElement, type ReactNode, use, useMemo } from 'react';
import type { SpaceState } from '#lib/client/space/SpaceState.ts';
import type { Subject } from '#lib/domain/access/permissions.ts';
import { VisitContext } from '../SpaceContext.ts';
import type { ReadableStore } from '../useSelected.ts';
import { useSelected } from '../useSelected.ts';
import { useViewer } from '../useViewer.ts';
import { accountKindOfViewer } from '../viewer.ts';

/** In which space the chat is, and who I am there. */
export interface ChatPlace {
  readonly spaceId: string;
  readonly slug: string;
  readonly name: string;
  /** As rights in the space are judged by it. */
  readonly subject: Subject;
}

const PlaceContext = createContext<ChatPlace | null>(null);

interface ChatPlaceProviderProps {
  place: ChatPlace;
  children: ReactNode;
}

/** Names the space of the full page. Beside the map it is known from the visit. */
export function ChatPlaceProvider({ place, children }: ChatPlaceProviderProps) {
  return createElement(PlaceContext, { value: place }, children);
}

interface KnownSpace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

const noSpace: ReadableStore<null> = { getState: () => null, subscribe: () => () => undefined };
const roleOf = (state: SpaceState | null) => state?.role ?? null;
const spaceOf = (state: SpaceState | null): KnownSpace | null => state?.space ?? null;

/** The space of the chat: the page's, else that of the visit. Without either nothing is allowed. */
export function useChatPlace(): ChatPlace {
  const given = use(PlaceContext);
  const visit = use(VisitContext);
  const account = accountKindOfViewer(useViewer());
  const store: ReadableStore<SpaceState | null> = visit?.space ?? noSpace;
  const role = useSelected(store, roleOf);
  const space = useSelected(store, spaceOf);
  return useMemo(() => {
    if (given !== null) return given;
    return {
      spaceId: space?.id ?? '',
      slug: space?.slug ?? '',
      name: space?.name ?? visit?.spaceName ?? '',
      subject: { account, role },
    };
  }, [given, space, visit, account, role]);
}
