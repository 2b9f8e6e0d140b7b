'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/Badge.tsx';
import { Button } from '#components/ui/Button.tsx';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Menu, MenuChoices } from '#components/ui/Menu.tsx';
import type { FilterForm } from '#hooks/chat/moderation/useFilters.ts';
import type { FilterTerm } from '#lib/protocol/chat/views.ts';

/** The list of filtered words, to change where I may. */
export function TermTable({ form, mayEdit }: { form: FilterForm; mayEdit: boolean }) {
  const t = useTranslations('spaceFilters');
  const columns: readonly Column<FilterTerm>[] = [
    { key: 'term', header: t('term'), cell: ({ term }) => <bdi className="font-medium">{term}</bdi> },
    {
      key: 'action',
      header: t('action'),
      cell: (each) =>
        mayEdit ? (
          <ActionMenu each={each} onChange={(action) => form.setAction(each.term, action)} />
        ) : (
          <Badge>{t(each.action)}</Badge>
        ),
    },
  ];
  const remove: Column<FilterTerm> = {
    key: 'remove',
    header: t('actions'),
    isHeaderHidden: true,
    align: 'end',
    cell: ({ term }) => (
      <IconButton
        icon="bin"
        label={t('remove', { term })}
        tone="soft"
        iconSize={19}
        onClick={() => form.remove(term)}
      />
    ),
  };
  return (
    <DataTable
      caption={t('title')}
      columns={mayEdit ? [...columns, remove] : columns}
      rows={form.terms}
      rowKey={({ term }) => term}
    />
  );
}

interface ActionMenuProps {
  each: FilterTerm;
  onChange: (action: FilterTerm['action']) => void;
}

function ActionMenu({ each, onChange }: ActionMenuProps) {
  const t = useTranslations('spaceFilters');
  const label = t('actionOf', { term: each.term });
  return (
    <Menu
      trigger={
        <Button size="small" tone="line" aria-label={`${label}: ${t(each.action)}`}>
          {t(each.action)}
          <Icon name="down" size={16} className="text-ink-soft" />
        </Button>
      }
    >
      <MenuChoices
        label={label}
        value={each.action}
        choices={[
          { value: 'review', label: t('review') },
          { value: 'refuse', label: t('refuse') },
        ]}
        onChange={onChange}
      />
    </Menu>
  );
}
