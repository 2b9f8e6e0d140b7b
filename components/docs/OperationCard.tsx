import { Anchor } from './Anchor.tsx';
import { apiDocsPath } from './addresses.ts';
import { Code, CodeBlock } from './Code.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { FieldTable } from './FieldTable.tsx';
import { leastWords } from './leastWords.ts';
import { MethodBadge } from './MethodBadge.tsx';
import type { OperationView } from './model/operations.ts';
import { Part } from './Part.tsx';
import type { DocsWords } from './words.ts';

interface OperationProps {
  t: DocsWords;
  operation: OperationView;
}

/** One operation of the REST API, whole. */
export function OperationCard({ t, operation }: OperationProps) {
  const { id, method, path, summary } = operation;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-6 rounded-lg bg-raised p-5 shadow-1 inset-ring inset-ring-line desk:px-6"
    >
      <div className="flex items-start justify-between gap-2">
        <h3 id={`${id}-title`} className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 pt-1">
          <MethodBadge method={method} />
          <code dir="ltr" className="font-mono text-14 font-strong wrap-anywhere">
            {path}
          </code>
        </h3>
        <Anchor t={t} to={id} what={id} />
      </div>
      <p lang="en" className="mt-2 text-14 text-pretty">
        {summary}
      </p>
      <Facts facts={factsOf(t, operation)} />
      <Inputs t={t} operation={operation} />
      <Part isFolded title={`${t('reply')} · ${operation.status}`}>
        {operation.gives === 'file' ? (
          <p className="text-14">{t('givesFile')}</p>
        ) : (
          <FieldTable t={t} caption={t('reply')} schema={operation.reply} />
        )}
      </Part>
      <Part isFolded title={t('refusals')}>
        <p className="flex flex-wrap gap-1.5 text-12">
          {operation.refusals.map((code) => (
            <a
              key={code}
              href={`${apiDocsPath}#refusal-${code}`}
              className="inline-flex min-h-6 items-center rounded-[6px] underline"
            >
              <Code>{code}</Code>
            </a>
          ))}
        </p>
      </Part>
      <Part isFolded title={t('example')}>
        <CodeBlock text={operation.curl} />
      </Part>
    </article>
  );
}

function factsOf(t: DocsWords, operation: OperationView): Fact[] {
  const { id, permission, least, scope, limit } = operation;
  return [
    { name: t('operation'), value: <Code>{id}</Code> },
    {
      name: t('permission'),
      value: (
        <>
          {permission !== 'none' && <Code>{permission}</Code>} {leastWords(t, least)}
        </>
      ),
    },
    { name: t('scope'), value: scope === null ? t('noScope') : <Code>{scope}</Code> },
    { name: t('limit'), value: <Code>{limit}</Code> },
  ];
}

function Inputs({ t, operation }: OperationProps) {
  const parts = [
    { title: t('params'), schema: operation.params },
    { title: t('query'), schema: operation.query },
    { title: t('body'), schema: operation.body },
  ].filter(({ schema }) => schema.rows.length > 0);
  const headers = headersOf(t, operation);
  return (
    <>
      {parts.map(({ title, schema }) => (
        <Part key={title} title={title}>
          <FieldTable t={t} caption={title} schema={schema} />
        </Part>
      ))}
      {operation.takes === 'bytes' && (
        <Part title={t('body')}>
          <p className="text-14">{t('takesBytes')}</p>
        </Part>
      )}
      {headers.length > 0 && (
        <Part title={t('headers')}>
          <Facts facts={headers} />
        </Part>
      )}
    </>
  );
}

function headersOf(t: DocsWords, { concurrency, takesIdempotencyKey }: OperationView): Fact[] {
  const facts: Fact[] = [];
  if (concurrency === 'guarded') facts.push({ name: 'If-Match', value: t('headerIfMatch') });
  if (concurrency === 'tagged') facts.push({ name: 'If-None-Match', value: t('headerIfNoneMatch') });
  if (takesIdempotencyKey) facts.push({ name: 'Idempotency-Key', value: t('headerIdempotency') });
  if (concurrency !== 'none') facts.push({ name: 'ETag', value: t('headerEtag') });
  return facts;
}
