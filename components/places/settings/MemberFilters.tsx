'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { MemberFilter } from '#hooks/places/useMembers.ts';
import { roles } from '#lib/domain/access/roles.ts';

/** The choice that stands for no choice; a select has no empty value. */
const anyRole = 'any';

interface MemberFiltersProps {
  filter: MemberFilter;
  onChange: (filter: MemberFilter, isTyped: boolean) => void;
}

/** Narrows the list of members by name and by role. */
export function MemberFilters({ filter, onChange }: MemberFiltersProps) {
  const t = useTranslations('spaceMembers');
  const names = useTranslations('roleNames');
  const [typed, setTyped] = useState(filter.query);
  const options = [
    { value: anyRole, label: t('anyRole') },
    ...roles.toReversed().map((role) => ({ value: role, label: names(role) })),
  ];

  function type(query: string): void {
    setTyped(query);
    onChange({ ...filter, query }, true);
  }

  return (
    <div className="grid gap-3 desk:grid-cols-[1fr_14rem]">
      <Field
        label={t('search')}
        type="search"
        value={typed}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        label={t('filter')}
        value={filter.role ?? anyRole}
        options={options}
        onChange={(value) => {
          const role = roles.find((candidate) => candidate === value) ?? null;
          onChange({ ...filter, role }, false);
        }}
      />
    </div>
  );
}
