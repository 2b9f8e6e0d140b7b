import type { ReactNode } from 'react';
import { Avatar } from '#components/ui/Avatar.tsx';
import type { PersonView } from '#lib/protocol/rest/common.ts';

interface PersonCellProps {
  person: PersonView;
  /** Quiet words behind the name. */
  note?: ReactNode;
  /** A line below it. */
  detail?: ReactNode;
}

/** A face and a name, as they stand in a table. */
export function PersonCell({ person, note, detail }: PersonCellProps) {
  return (
    <span className="flex min-h-10 min-w-0 items-center gap-3">
      <Avatar cast={person.cast} size={36} />
      <span className="min-w-0">
        <span className="block font-name wrap-anywhere">
          {person.name} {note !== undefined && <span className="font-body text-ink-soft">{note}</span>}
        </span>
        {detail !== undefined && <span className="block text-12 text-ink-soft">{detail}</span>}
      </span>
    </span>
  );
}
