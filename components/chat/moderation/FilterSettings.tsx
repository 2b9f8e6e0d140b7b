'use client';

import type { SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { SaveFooter } from '#components/places/settings/SaveFooter.tsx';
import { Card } from '#components/ui/Card.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { useFilters } from '#hooks/chat/moderation/useFilters.ts';
import { useLeaveGuard } from '#hooks/useLeaveGuard.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { FilterTerm } from '#lib/protocol/chat/views.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { AddTerm } from './AddTerm.tsx';
import { TermTable } from './TermTable.tsx';

interface FilterSettingsProps {
  space: SpaceView;
  first: readonly FilterTerm[];
}

/** Words that the chat of a space refuses, or takes and puts into the queue. Moderators read the list. */
export function FilterSettings({ space, first }: FilterSettingsProps) {
  const t = useTranslations('spaceFilters');
  const form = useFilters(space.id, first);
  const subject = { account: accountKindOfViewer(useViewer()), role: space.role };
  const mayEdit = isAllowed(subject, 'edit:chat-filters');
  useLeaveGuard(form.isDirty);
  return (
    <Card
      title={t('title')}
      lead={t('lead')}
      footer={
        mayEdit && (
          <form onSubmit={submit} className="contents">
            <SaveFooter isDirty={form.isDirty} isPending={form.isPending} onDiscard={form.discard} />
          </form>
        )
      }
    >
      <div className="grid gap-5">
        <FormProblem error={form.error} />
        {form.isMet && (
          <Notice tone="lagoon" icon="people" title={t('metTitle')} isAnnounced>
            {t('met')}
          </Notice>
        )}
        {mayEdit ? <AddTerm known={form.terms} onAdd={form.add} /> : <Notice>{t('readOnly')}</Notice>}
        {form.terms.length === 0 ? (
          <EmptyState icon="shield" title={t('none')} level={3}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <TermTable form={form} mayEdit={mayEdit} />
        )}
      </div>
    </Card>
  );

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    form.save();
  }
}
