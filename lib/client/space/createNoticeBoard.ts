import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SpaceSession } from '../session/SpaceSession.ts';

/** A moderator's words to everybody. */
export type Announcement = ServerPayload<'/space', 'announcement'>;

export interface NoticeState {
  /** Oldest first; each stays until it is put away. */
  readonly announcements: readonly Announcement[];
  /** The space's welcome text while it is shown, else null. */
  readonly welcome: string | null;
}

/** What the space has to say to this person, until they have put it away. */
export interface NoticeBoard {
  readonly store: Pick<StoreApi<NoticeState>, 'getState' | 'subscribe'>;
  dismissAnnouncement(id: string): void;
  /** Shows a welcome text, for example once more. */
  showWelcome(text: string): void;
  dismissWelcome(): void;
  destroy(): void;
}

/** Announcements kept at once; beyond it the oldest gives way. */
export const announcementsMost = 20;

/** Collects announcements and the welcome text of one space session. It subscribes at once; `destroy` ends that. */
export function createNoticeBoard(session: Pick<SpaceSession, 'on' | 'onJoined'>): NoticeBoard {
  const store = createStore<NoticeState>(() => ({ announcements: [], welcome: null }));

  function add(announcement: Announcement): void {
    const { announcements } = store.getState();
    if (announcements.some(({ id }) => id === announcement.id)) return;
    store.setState({ announcements: [...announcements, announcement].slice(-announcementsMost) });
  }

  const subscriptions = [
    session.on('/space', 'announcement', add),
    // Only the first visit brings a text; a reconnect must not take away what is still being read.
    session.onJoined(({ welcome }) => {
      if (welcome !== null && welcome.trim() !== '') store.setState({ welcome });
    }),
  ];

  return {
    store,
    dismissAnnouncement(id) {
      const announcements = store.getState().announcements.filter((each) => each.id !== id);
      store.setState({ announcements });
    },
    showWelcome: (welcome) => store.setState({ welcome }),
    dismissWelcome: () => store.setState({ welcome: null }),
    destroy() {
      for (const unsubscribe of subscriptions) unsubscribe();
    },
  };
}
