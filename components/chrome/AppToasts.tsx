'use client';

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { createToasts, type Toasts } from '#hooks/toasts.ts';
import { ToastsContext } from '#hooks/useToasts.ts';

const loadList = async () => (await import('#components/ui/ToastRegion.tsx')).ToastList;

/**
 * Short news for the pages outside of a space, at the lower edge. The region is on the page from the start, as screen
 * readers demand; what is shown in it is heavier than most pages need and comes with the first news.
 */
export function AppToasts({ children }: { children: ReactNode }) {
  const [toasts] = useState(createToasts);
  const List = useListOnceNeeded(toasts);
  return (
    <ToastsContext value={toasts}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-[calc(16px+env(safe-area-inset-bottom))] z-60 grid justify-items-center gap-2 desk:start-auto desk:end-6 desk:bottom-6 desk:justify-items-end"
      >
        {List !== null && <List toasts={toasts} />}
      </div>
    </ToastsContext>
  );
}

function useListOnceNeeded(toasts: Toasts): ComponentType<{ toasts: Toasts }> | null {
  const [List, setList] = useState<ComponentType<{ toasts: Toasts }> | null>(null);
  useEffect(() => {
    let isAsked = false;
    const fetchOnce = () => {
      if (isAsked || toasts.store.getState().length === 0) return;
      isAsked = true;
      loadList()
        .then((loaded) => setList(() => loaded))
        .catch((error: unknown) => {
          // The next news asks again.
          isAsked = false;
          console.warn('the news could not be shown', error);
        });
    };
    fetchOnce();
    return toasts.store.subscribe(fetchOnce);
  }, [toasts]);
  return List;
}
