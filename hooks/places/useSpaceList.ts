'use client';

import { useState } from 'react';
import { useApi } from '#hooks/useApi.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { joined } from './pages.ts';
import { type BoardState, boardPageSize, type SpacePage, withFreshStart } from './spaceList.ts';
import { useWhileVisible } from './useWhileVisible.ts';

/** How often the numbers of who is inside are asked for, in ms. */
const refreshMs = 20_000;

export interface SpaceList extends SpacePage {
  /** Whether the last look at the server failed, so that the numbers may be old. */
  readonly isStale: boolean;
  /** Takes a space off the list at once, before the server has answered. */
  hide(id: string): void;
  /** Looks at the server again. Never rejects; a failure shows as `isStale`. */
  refresh(): Promise<void>;
  /** @throws RestError */
  loadMore(): Promise<void>;
}

/** My spaces of one state, starting with what came with the page and kept fresh while it is in front. */
export function useSpaceList(first: SpacePage, state: BoardState): SpaceList {
  const api = useApi();
  const [source, setSource] = useState(first);
  const [page, setPage] = useState(first);
  const [isStale, setStale] = useState(false);
  if (source !== first) {
    setSource(first);
    setPage(first);
  }

  async function load(cursor?: string): Promise<SpacePage> {
    const query = { state, limit: boardPageSize, cursor };
    return (await api.call(spaceRoutes.listMySpaces, { query })).reply;
  }

  async function refresh(): Promise<void> {
    try {
      const fresh = await load();
      setPage((loaded) => withFreshStart(loaded, fresh));
      setStale(false);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      setStale(true);
    }
  }

  useWhileVisible(() => void refresh(), refreshMs);
  return {
    ...page,
    isStale,
    refresh,
    hide: (id) =>
      setPage((loaded) => ({ ...loaded, items: loaded.items.filter((space) => space.id !== id) })),
    async loadMore() {
      if (page.nextCursor === null) return;
      const next = await load(page.nextCursor);
      setPage((loaded) => joined(loaded, next, ({ id }) => id));
    },
  };
}
