import { cx } from '#components/ui/cx.ts';
import type { FieldRow, SchemaView } from './model/fields.ts';
import { noteWords } from './noteWords.ts';
import type { DocsWords } from './words.ts';

interface FieldTableProps {
  t: DocsWords;
  /** What the fields belong to; read out. */
  caption: string;
  schema: SchemaView;
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

/** How far fields within fields stand in, in px per level. */
const indentPx = 14;

/** The fields of an object: name, type and rules. On a phone the three stand below each other. */
export function FieldTable({ t, caption, schema }: FieldTableProps) {
  if (schema.rows.length === 0) {
    return <p className="text-13 text-ink-soft">{schema.isOpen ? t('anyFields') : t('nothing')}</p>;
  }
  return (
    <table {...as.table} className="block w-full text-start text-13 desk:table">
      <caption className="sr-only">{caption}</caption>
      <thead {...as.group} className="sr-only">
        <tr {...as.row}>
          {[t('field'), t('type'), t('rules')].map((header) => (
            <th key={header} {...as.columnHeader} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.group} className="block desk:table-row-group">
        {schema.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two forms of a field may have the same path, and rows never move
          <Row key={`${row.path}-${index}`} t={t} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const cellClass = 'block align-baseline desk:table-cell desk:border-t desk:border-line desk:py-2';

function Row({ t, row }: { t: DocsWords; row: FieldRow }) {
  const rules = [row.isRequired ? t('required') : t('optionalField')];
  rules.push(...row.notes.map((note) => noteWords(t, note)).filter((words) => words !== ''));
  return (
    <tr
      {...as.row}
      className="block border-t border-line py-2.5 first:border-0 desk:table-row desk:border-0 desk:py-0"
    >
      <th
        {...as.rowHeader}
        scope="row"
        style={{ paddingInlineStart: row.depth * indentPx }}
        className={cx(cellClass, 'text-start font-name desk:w-[32%] desk:pe-4')}
      >
        <code dir="ltr" className="font-mono wrap-anywhere" title={row.path}>
          {row.name}
        </code>
      </th>
      <td {...as.cell} className={cx(cellClass, 'desk:w-[30%] desk:pe-4')}>
        <code dir="ltr" className="font-mono text-12 wrap-anywhere text-lagoon-text">
          {row.type}
        </code>
      </td>
      <td {...as.cell} className={cx(cellClass, 'text-pretty wrap-anywhere text-ink-soft')}>
        {rules.join(' · ')}
      </td>
    </tr>
  );
}
