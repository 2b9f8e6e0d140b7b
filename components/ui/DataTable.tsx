import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The column that names the row; the first one unless another says so. */
  readonly isRowHeader?: boolean;
  readonly align?: 'start' | 'end';
  /** Its header is read out but not shown, for a column of buttons. */
  readonly isHeaderHidden?: boolean;
  readonly className?: string;
}

/** Written out, because browsers forget that a table is one as soon as its parts are laid out as blocks. */
const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

interface DataTableProps<Row> {
  /** What the table lists; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  className?: string;
}

/** Rows and columns; on a phone each row becomes a card with the column's name beside each value. */
export function DataTable<Row>({ caption, columns, rows, rowKey, className }: DataTableProps<Row>) {
  const headerKey = (columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0])?.key;
  return (
    <table {...as.table} className={cx('block w-full text-start text-14 desk:table', className)}>
      <caption className="sr-only">{caption}</caption>
      <thead {...as.group} className="sr-only desk:not-sr-only desk:table-header-group">
        <tr {...as.row}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...as.group} className="grid gap-2 desk:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            {...as.row}
            className="block rounded-md border border-line px-4 py-2.5 desk:table-row desk:border-0"
          >
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} isRowHeader={column.key === headerKey}>
                {column.cell(row)}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  return (
    <th
      {...as.columnHeader}
      scope="col"
      className={cx(
        'px-3 pb-2 text-12 font-medium whitespace-nowrap text-ink-soft first:ps-0 last:pe-0',
        column.align === 'end' ? 'text-end' : 'text-start',
      )}
    >
      <span className={column.isHeaderHidden ? 'sr-only' : undefined}>{column.header}</span>
    </th>
  );
}

interface BodyCellProps<Row> {
  column: Column<Row>;
  isRowHeader: boolean;
  children: ReactNode;
}

function BodyCell<Row>({ column, isRowHeader, children }: BodyCellProps<Row>) {
  const isPlain = isRowHeader || column.isHeaderHidden === true;
  const className = cx(
    'flex min-h-9 items-center justify-between gap-4 text-start font-body desk:table-cell desk:border-t desk:border-line desk:px-3 desk:py-2.5 desk:align-middle desk:first:ps-0 desk:last:pe-0',
    column.align === 'end' && 'desk:text-end',
    column.isHeaderHidden && 'justify-end',
    column.className,
  );
  const content = (
    <>
      {!isPlain && (
        <span aria-hidden="true" className="flex-none text-13 text-ink-soft desk:hidden">
          {column.header}
        </span>
      )}
      <div className={cx('min-w-0 wrap-anywhere', !isPlain && 'max-desk:text-end')}>{children}</div>
    </>
  );
  if (!isRowHeader) {
    return (
      <td {...as.cell} className={className}>
        {content}
      </td>
    );
  }
  return (
    <th {...as.rowHeader} scope="row" className={className}>
      {content}
    </th>
  );
}
