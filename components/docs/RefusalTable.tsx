import { DataTable } from '#components/ui/DataTable.tsx';
import { type ErrorCode, errorCodes, type Retry, wireError } from '#lib/protocol/errors.ts';
import { Code } from './Code.tsx';
import type { DocsWords } from './words.ts';

interface RefusalTableProps {
  t: DocsWords;
  /** What people are told, by code. */
  meanings: Readonly<Record<ErrorCode, string>>;
  statusOf: (code: ErrorCode) => number;
}

/** Every code of a refusal: its status, its meaning, and whether trying again helps. */
export function RefusalTable({ t, meanings, statusOf }: RefusalTableProps) {
  const retryWords: Record<Retry, string> = {
    now: t('problems.retryNow'),
    later: t('problems.retryLater'),
    never: t('problems.retryNever'),
  };
  return (
    <DataTable
      caption={t('problems.title')}
      rows={errorCodes}
      rowKey={(code) => code}
      columns={[
        {
          key: 'code',
          header: t('problems.code'),
          cell: (code) => (
            <span id={`refusal-${code}`} className="scroll-mt-6">
              <Code>{code}</Code>
            </span>
          ),
        },
        { key: 'status', header: t('problems.status'), cell: (code) => statusOf(code) },
        { key: 'meaning', header: t('problems.meaning'), cell: (code) => meanings[code] },
        { key: 'retry', header: t('problems.retry'), cell: (code) => retryWords[wireError(code, '').retry] },
      ]}
    />
  );
}
