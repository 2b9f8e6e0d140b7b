'use client';

import { useRef } from 'react';
import { newIdempotencyKey } from '#lib/client/rest/idempotencyKey.ts';

/**
 * The idempotency key of a form: the same for every try of the same content, so that a retry after a lost answer makes
 * nothing twice; a new one as soon as the content is another.
 */
export function useIntentKey(): (content: unknown) => string {
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current?.content !== text) last.current = { content: text, key: newIdempotencyKey() };
    return last.current.key;
  };
}
