'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Badge } from '#components/ui/Badge.tsx';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { MenuItem } from '#components/ui/Menu.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { RestError } from '#lib/client/rest/RestError.ts';
import { Specimen, Specimens } from './Specimens.tsx';
import { sampleDay, samplePeople } from './sampleData.ts';

type Person = (typeof samplePeople)[number];

/** Lists with columns. */
export function TableSpecimens() {
  const t = useTranslations('gallery.words');
  const columns = useColumns();
  const [shown, setShown] = useState(3);
  return (
    <Specimens name="tables">
      <Specimen name="DataTable, LoadMore">
        <DataTable
          caption={t('members')}
          rows={samplePeople.slice(0, shown)}
          rowKey={({ id }) => id}
          columns={columns}
        />
        <LoadMore
          hasMore={shown < samplePeople.length}
          isPending={false}
          onMore={() => setShown(shown + 1)}
        />
      </Specimen>
      <Specimen name="LoadMore · isPending, error" className="grid gap-4 desk:grid-cols-2">
        <LoadMore hasMore isPending onMore={() => undefined} />
        <LoadMore hasMore isPending={false} error={RestError.offline('')} onMore={() => undefined} />
      </Specimen>
    </Specimens>
  );
}

function useColumns(): readonly Column<Person>[] {
  const t = useTranslations('gallery.words');
  const format = useFormatter();
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ cast, name }) => (
        <span className="inline-flex items-center gap-3 font-name">
          <Avatar cast={cast} size={32} />
          {name}
        </span>
      ),
    },
    { key: 'role', header: t('role'), cell: ({ role }) => <Badge>{t(role)}</Badge> },
    {
      key: 'since',
      header: t('since'),
      align: 'end',
      cell: ({ day }) => format.dateTime(sampleDay(day), { dateStyle: 'medium' }),
    },
    {
      key: 'actions',
      header: t('actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: ({ name }) => (
        <MenuButton about={name}>
          <MenuItem icon="bin" tone="away" onSelect={() => undefined}>
            {t('remove')}
          </MenuItem>
        </MenuButton>
      ),
    },
  ];
}
