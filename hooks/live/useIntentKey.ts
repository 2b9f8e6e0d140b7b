'use client';

import { useRef } from 'react';
import { newIdempotencyKey } from '#lib/client/rest/idempotencyKey.ts';

/** Keys for `idempotencyKey`: the same for every try of the same words, another as soon as they differ. */
export function useIntentKey(): (intent: object) => string {
  const last = useRef<{ readonly intent: string; readonly key: string } | null>(null);
  return (intent) => {
    const written = JSON.stringify(intent);
    if (last.current?.intent !== written) last.current = { intent: written, key: newIdempotencyKey() };
    return last.current.key;
  };
}
