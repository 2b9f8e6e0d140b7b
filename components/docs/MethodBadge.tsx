import { Badge, type BadgeTone } from '#components/ui/Badge.tsx';
import type { Method } from '#lib/protocol/rest/define.ts';

const tones: Record<Method, BadgeTone> = {
  GET: 'lagoon',
  POST: 'good',
  PUT: 'plain',
  PATCH: 'plain',
  DELETE: 'bad',
};

/** An HTTP method, told apart by its colour as well. */
export function MethodBadge({ method }: { method: Method }) {
  return <Badge tone={tones[method]}>{method}</Badge>;
}
