'use client';

import { useTranslations } from 'use-intl';
import { type Column, DataTable } from '#components/ui/DataTable.tsx';

interface PlotTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** The numbers of a plot as a table, for whoever cannot see it or wants to know exactly. */
export function PlotTable<Row>(props: PlotTableProps<Row>) {
  const t = useTranslations('chatFigures');
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-13 font-medium text-ink-soft hover:text-ink">
        {t('asTable')}
        <span className="sr-only">: {props.caption}</span>
      </summary>
      <div className="mt-2 max-h-96 overflow-y-auto">
        <DataTable {...props} />
      </div>
    </details>
  );
}
