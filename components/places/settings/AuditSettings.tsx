'use client';

import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { Select } from '#components/ui/Select.tsx';
import { type AuditAction, auditActions, keyOfAction } from '#hooks/places/audit.ts';
import type { Page } from '#hooks/places/pages.ts';
import { useAudit } from '#hooks/places/useAudit.ts';
import type { AuditEntryView, SpaceView } from '#lib/protocol/rest/spaces.ts';
import { AuditEntry } from './AuditEntry.tsx';

interface AuditSettingsProps {
  space: SpaceView;
  first: Page<AuditEntryView>;
}

/** The choice that stands for no choice; a select has no empty value. */
const everything = 'all';

/** Who did what in a space, newest first. */
export function AuditSettings({ space, first }: AuditSettingsProps) {
  const t = useTranslations('spaceAudit');
  const pages = useAudit(space, first);
  return (
    <Card>
      <div className="flex flex-col justify-between gap-3 desk:flex-row desk:items-end">
        <p className="text-14 text-ink-soft desk:pb-2.5">{t('lead')}</p>
        <div className="desk:w-60">
          <ActionFilter value={pages.filter} onChange={(action) => pages.setFilter(action)} />
        </div>
      </div>
      <div className="mt-4" aria-busy={pages.isPending}>
        {pages.items.length === 0 ? (
          <EmptyState icon="clock" title={t('none')}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <ol>
            {pages.items.map((entry) => (
              <AuditEntry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
        <LoadMore
          hasMore={pages.hasMore}
          isPending={pages.isPending}
          error={pages.error}
          onMore={pages.more}
        />
      </div>
    </Card>
  );
}

interface ActionFilterProps {
  value: AuditAction | null;
  onChange: (action: AuditAction | null) => void;
}

function ActionFilter({ value, onChange }: ActionFilterProps) {
  const t = useTranslations('spaceAudit');
  const options = [
    { value: everything, label: t('all') },
    ...auditActions.map((action) => ({ value: action, label: t(`actions.${keyOfAction(action)}`) })),
  ];
  return (
    <Select
      label={t('filter')}
      value={value ?? everything}
      options={options}
      onChange={(next) => onChange(auditActions.find((action) => action === next) ?? null)}
    />
  );
}
