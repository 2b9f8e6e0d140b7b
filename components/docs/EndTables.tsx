import { DataTable } from '#components/ui/DataTable.tsx';
import { afterEnd, callEndReasons, sessionEndReasons } from '#lib/protocol/closeReasons.ts';
import { Code } from './Code.tsx';
import type { DocsWords } from './words.ts';

/** Why sessions end, and what a client does then. */
export function SessionEndTable({ t }: { t: DocsWords }) {
  return (
    <DataTable
      caption={t('ends.title')}
      rows={sessionEndReasons}
      rowKey={(reason) => reason}
      columns={[
        { key: 'reason', header: t('ends.reason'), cell: (reason) => <Code>{reason}</Code> },
        { key: 'means', header: t('ends.means'), cell: (reason) => t(`ends.reasons.${reason}`) },
        { key: 'client', header: t('ends.client'), cell: (reason) => t(`ends.${afterEnd[reason]}`) },
      ]}
    />
  );
}

/** Why calls end for one person. */
export function CallEndTable({ t }: { t: DocsWords }) {
  return (
    <DataTable
      caption={t('ends.callTitle')}
      rows={callEndReasons}
      rowKey={(reason) => reason}
      columns={[
        { key: 'reason', header: t('ends.reason'), cell: (reason) => <Code>{reason}</Code> },
        { key: 'means', header: t('ends.means'), cell: (reason) => t(`ends.callReasons.${reason}`) },
      ]}
    />
  );
}
