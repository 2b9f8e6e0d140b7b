import type { ReactNode } from 'react';

/** The `<b>` of a message. */
export function strong(words: ReactNode): ReactNode {
  return <b className="text-ink">{words}</b>;
}
