'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/Card.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { SegmentedChoice } from '#components/ui/SegmentedChoice.tsx';
import { type Reports, useReports } from '#hooks/chat/moderation/useReports.ts';
import type { Page } from '#hooks/places/pages.ts';
import type { ReportView } from '#lib/protocol/chat/views.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { ReportItem, type ReportQuestion } from './ReportItem.tsx';
import { RestrainDialog } from './RestrainDialog.tsx';

interface ReportsSettingsProps {
  space: SpaceView;
  first: Page<ReportView>;
}

/** What people and the filter reported, newest first, and what becomes of it. */
export function ReportsSettings({ space, first }: ReportsSettingsProps) {
  const t = useTranslations('spaceReports');
  const reports = useReports(space.id, first);
  const { pages } = reports;
  const [question, setQuestion] = useState<ReportQuestion | null>(null);
  const close = () => setQuestion(null);
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-14 text-ink-soft">{t('lead')}</p>
        <SegmentedChoice
          label={t('filter')}
          value={pages.filter}
          choices={[
            { value: 'open', label: t('open') },
            { value: 'all', label: t('all') },
          ]}
          onChange={(filter) => pages.setFilter(filter)}
        />
      </div>
      <div className="mt-4" aria-busy={pages.isPending}>
        {pages.items.length === 0 ? (
          <EmptyState icon="flag" title={pages.filter === 'open' ? t('none') : t('never')}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <ol>
            {pages.items.map((report) => (
              <ReportItem
                key={report.id}
                report={report}
                slug={space.slug}
                onDismiss={() => void reports.dismiss.run(report)}
                onAsk={setQuestion}
              />
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
      <DeleteDialog reports={reports} question={question} onClose={close} />
      {question !== null && question.kind !== 'delete' && (
        <RestrainDialog
          spaceId={space.id}
          kind={question.kind}
          person={question.report.author}
          onClose={close}
        />
      )}
    </Card>
  );
}

interface DeleteDialogProps {
  reports: Reports;
  question: ReportQuestion | null;
  onClose: () => void;
}

function DeleteDialog({ reports, question, onClose }: DeleteDialogProps) {
  const t = useTranslations('spaceReports');
  const { remove } = reports;
  const report = question?.kind === 'delete' ? question.report : null;
  return (
    <ConfirmDialog
      open={report !== null}
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        remove.reset();
        onClose();
      }}
      title={t('deleteTitle')}
      detail={t('deleteText', { name: report?.author.name ?? '' })}
      confirmLabel={t('delete')}
      isPending={remove.isPending}
      error={remove.error}
      errorWords={{ conflict: t('settled') }}
      onConfirm={() => {
        if (report !== null) void confirm(report);
      }}
    />
  );

  async function confirm(asked: ReportView): Promise<void> {
    if (await remove.run(asked)) onClose();
  }
}
