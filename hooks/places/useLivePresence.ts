'use client';

import { useState } from 'react';
import { useApi } from '#hooks/useApi.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { useWhileVisible } from './useWhileVisible.ts';

/** How often a door asks who is inside, in ms. */
const refreshMs = 20_000;

/** Who is inside, as the page had it and then kept fresh. While the server does not answer, what was known stays. */
export function useLivePresence(space: SpaceView): SpaceView['presence'] {
  const api = useApi();
  const [presence, setPresence] = useState(space.presence);

  async function look(): Promise<void> {
    try {
      const { reply } = await api.call(spaceRoutes.getSpace, { params: { space: space.id } });
      setPresence(reply.space.presence);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
    }
  }

  useWhileVisible(() => void look(), refreshMs);
  return presence;
}
