'use client';

import { useApi } from '#hooks/useApi.ts';
import { type AuditEntryView, type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import type { AuditAction } from './audit.ts';
import type { Page } from './pages.ts';
import { type Pages, usePages } from './usePages.ts';

/** The history of a space, all of it or one kind of act. */
export function useAudit(
  space: SpaceView,
  first: Page<AuditEntryView>,
): Pages<AuditEntryView, AuditAction | null> {
  const api = useApi();
  return usePages<AuditEntryView, AuditAction | null>({
    first,
    noFilter: null,
    keyOf: ({ id }) => id,
    load: async (action, cursor) => {
      const query = { action: action ?? undefined, cursor };
      return (await api.call(spaceRoutes.readAudit, { params: { space: space.id }, query })).reply;
    },
  });
}
