'use client';

import { useEffect, useState } from 'react';

/**
 * Makes something that must be given back, for as long as the component is on the page. React's strict mode mounts
 * twice: then it is made, given back and made again, so nothing leaks. Null until it is made (on the server, always).
 *
 * @param create must not change between renders; wrap it in `useCallback` when it depends on something
 */
export function useOwned<Owned>(create: () => Owned, dispose: (owned: Owned) => void): Owned | null {
  const [owned, setOwned] = useState<Owned | null>(null);
  useEffect(() => {
    const made = create();
    setOwned(made);
    return () => {
      setOwned(null);
      dispose(made);
    };
  }, [create, dispose]);
  return owned;
}
