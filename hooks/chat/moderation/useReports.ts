'use client';

import { useTranslations } from 'use-intl';
import type { Page } from '#hooks/places/pages.ts';
import { type Pages, usePages } from '#hooks/places/usePages.ts';
import { type Action, useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import type { ReportView } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';

export type ReportFilter = 'open' | 'all';

export interface Reports {
  readonly pages: Pages<ReportView, ReportFilter>;
  readonly dismiss: Action<[ReportView], void>;
  /** Deletes the message. Resolves with true when it is done. */
  readonly remove: Action<[ReportView], true>;
}

/** The queue of a space's moderators. */
export function useReports(spaceId: string, first: Page<ReportView>): Reports {
  const t = useTranslations('spaceReports');
  const api = useApi();
  const toasts = useToasts();
  const pages = usePages<ReportView, ReportFilter>({
    first,
    noFilter: 'open',
    keyOf: ({ id }) => id,
    load: async (status, cursor) =>
      (await api.call(chatRoutes.listReports, { params: { space: spaceId }, query: { status, cursor } }))
        .reply,
  });

  async function resolve(report: ReportView, action: 'dismiss' | 'delete'): Promise<void> {
    const params = { space: spaceId, report: report.id };
    const { reply } = await api.call(chatRoutes.resolveReport, { params, body: { action } });
    pages.change((items) => afterResolution(items, reply.report, pages.filter));
    toasts.show({
      key: `report-${report.id}`,
      title: action === 'dismiss' ? t('dismissed') : t('deleted'),
      detail: t('messageOf', { name: report.author.name }),
    });
  }

  return {
    pages,
    dismiss: useToldAction('report', (report: ReportView) => resolve(report, 'dismiss'), {
      conflict: t('settled'),
    }),
    remove: useAction(async (report: ReportView) => {
      await resolve(report, 'delete');
      return true as const;
    }),
  };
}

/**
 * The list after a report was settled. With the message deleted, other open reports of it have nothing left to decide
 * but are kept until the server says so.
 */
export function afterResolution(
  items: readonly ReportView[],
  settled: ReportView,
  filter: ReportFilter,
): readonly ReportView[] {
  const isGone = settled.status === 'deleted';
  return items
    .filter(({ id }) => filter === 'all' || id !== settled.id)
    .map((item) => {
      if (item.id === settled.id) return settled;
      return isGone && item.messageId === settled.messageId ? { ...item, isDeleted: true } : item;
    });
}
