import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReplyOf } from '#lib/protocol/rest/define.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import type { ApiClient } from '../rest/createApiClient.ts';

type Profile = ReplyOf<typeof meRoutes.getMe>['user'];

export interface PersonalState {
  /** Who I am and what I prefer; null until it is loaded. */
  readonly profile: Profile | null;
  /** Ids of the people whom I block. */
  readonly blocked: ReadonlySet<string>;
}

/** What belongs to the person and not to the space: preferences and blocks. */
export interface Personal {
  readonly store: Pick<StoreApi<PersonalState>, 'getState' | 'subscribe'>;
  /** Loads both. @throws RestError; what was known stays */
  load(): Promise<void>;
  /** Blocks or unblocks somebody: shown at once, taken back when the server refuses. @throws RestError */
  setBlocked(userId: string, isBlocked: boolean): Promise<void>;
}

const pageSize = 100;
/** Pages of blocks read at most: somebody who blocks more people than that sees the rest on the account page. */
const pagesMost = 10;

/** Keeps what belongs to the person. Nothing is asked of the server before `load`. */
export function createPersonal(api: ApiClient): Personal {
  const store = createStore<PersonalState>(() => ({ profile: null, blocked: new Set() }));

  function mark(userId: string, isBlocked: boolean): void {
    const blocked = new Set(store.getState().blocked);
    if (isBlocked) blocked.add(userId);
    else blocked.delete(userId);
    store.setState({ blocked });
  }

  return {
    store,
    async load() {
      const { reply } = await api.call(meRoutes.getMe);
      store.setState({ profile: reply.user });
      store.setState({ blocked: await loadBlocks(api) });
    },
    async setBlocked(userId, isBlocked) {
      const wasBlocked = store.getState().blocked.has(userId);
      mark(userId, isBlocked);
      try {
        await api.call(isBlocked ? meRoutes.block : meRoutes.unblock, { params: { user: userId } });
      } catch (error) {
        mark(userId, wasBlocked);
        throw error;
      }
    },
  };
}

async function loadBlocks(api: ApiClient): Promise<ReadonlySet<string>> {
  const blocked = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < pagesMost; page += 1) {
    const query = cursor === undefined ? { limit: pageSize } : { limit: pageSize, cursor };
    const { reply } = await api.call(meRoutes.listBlocks, { query });
    for (const { person } of reply.items) blocked.add(person.id);
    if (reply.nextCursor === null) break;
    cursor = reply.nextCursor;
  }
  return blocked;
}
