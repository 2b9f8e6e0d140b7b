import { DataTable } from '#components/ui/DataTable.tsx';
import type { FrameField } from './model/frame.ts';
import type { DocsWords } from './words.ts';

interface FrameTableProps {
  t: DocsWords;
  caption: string;
  fields: readonly FrameField[];
}

/** The bytes of a positions frame, or of one person in it. */
export function FrameTable({ t, caption, fields }: FrameTableProps) {
  return (
    <>
      <h3 className="mt-5 mb-2 text-14 font-strong">{caption}</h3>
      <DataTable
        caption={caption}
        rows={fields}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'what',
            header: t('frame.what'),
            cell: ({ name }) => t(`frame.fields.${name}`),
          },
          { key: 'offset', header: t('frame.offset'), align: 'end', cell: ({ offset }) => offset },
          { key: 'bytes', header: t('frame.bytes'), align: 'end', cell: ({ bytes }) => bytes },
        ]}
      />
    </>
  );
}
