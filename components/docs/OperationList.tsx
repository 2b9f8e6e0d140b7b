import { MethodBadge } from './MethodBadge.tsx';
import type { OperationView } from './model/operations.ts';

interface OperationListProps {
  operations: readonly OperationView[];
  /** The page on which they stand whole. */
  path: string;
}

/** Operations, a line each, that lead to the whole of it. */
export function OperationList({ operations, path }: OperationListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg bg-raised shadow-1 inset-ring inset-ring-line">
      {operations.map((operation) => (
        <li key={operation.id} id={operation.id} className="scroll-mt-6">
          <a
            href={`${path}#${operation.id}`}
            className="block rounded-lg px-5 py-3 hover:bg-sunken desk:px-6"
          >
            <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <MethodBadge method={operation.method} />
              <code dir="ltr" className="font-mono text-13 font-strong wrap-anywhere">
                {operation.path}
              </code>
            </span>
            <span lang="en" className="mt-1 block text-13 text-pretty text-ink-soft">
              {operation.summary}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
