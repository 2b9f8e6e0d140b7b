'use client';

import { createContext, use } from 'react';
import type { CallClient } from '#lib/client/call/CallClient.ts';
import type { Devices } from '#lib/client/devices/createDevices.ts';
import type { ApiClient } from '#lib/client/rest/createApiClient.ts';
import type { SpaceSession } from '#lib/client/session/SpaceSession.ts';
import type { NoticeBoard } from '#lib/client/space/createNoticeBoard.ts';
import type { Personal } from '#lib/client/space/createPersonal.ts';
import type { SpaceStore } from '#lib/client/space/createSpaceStore.ts';
import type { VisitChat } from './chat/visitChat.ts';

/** What one visit to a space is made of. */
export interface Visit {
  /** As known before the first join. */
  readonly spaceName: string;
  readonly hasResident: boolean;
  readonly session: SpaceSession;
  readonly space: SpaceStore;
  /** Announcements and the welcome text. */
  readonly notices: NoticeBoard;
  /** Own preferences and blocks. */
  readonly personal: Personal;
  readonly api: ApiClient;
  readonly chat: VisitChat;
  readonly calls: CallClient;
  readonly devices: Devices;
  /** Ends that a moderator may switch the microphone off. */
  readonly stopObeying: () => void;
}

export const VisitContext = createContext<Visit | null>(null);

/** The visit this component belongs to. Throws outside of one: that is a mistake in the tree. */
export function useVisit(): Visit {
  const visit = use(VisitContext);
  if (visit === null) throw new Error('useVisit needs a SpaceProvider above it.');
  return visit;
}
