'use client';

import { useEffect } from 'react';
import type { SpaceState } from '#lib/client/space/SpaceState.ts';
import { useVisit } from '../SpaceContext.ts';
import { useSelected } from '../useSelected.ts';

const slugOf = (state: SpaceState) => state.space?.slug ?? null;

/** When the space gets another address while I am inside, the page takes it over, so that a reload finds it. */
export function useSlugInAddress(): void {
  const { space } = useVisit();
  const slug = useSelected(space, slugOf);
  useEffect(() => {
    const { pathname, search } = window.location;
    if (slug === null || !/^\/space\/[^/]+$/.test(pathname)) return;
    const wanted = `/space/${slug}`;
    if (pathname !== wanted) window.history.replaceState(null, '', wanted + search);
  }, [slug]);
}
