import { DataTable } from '#components/ui/DataTable.tsx';
import { scopes } from '#lib/domain/access/scopes.ts';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import { Code, CodeBlock, codeTags } from './Code.tsx';
import { RefusalTable } from './RefusalTable.tsx';
import { Section } from './Section.tsx';
import type { DocsWords } from './words.ts';

/** The parts of the introduction, in their order; each is also an anchor. */
export const introParts = ['start', 'auth', 'problems', 'pages', 'repeat', 'limits', 'edits'] as const;

interface ApiIntroProps {
  t: DocsWords;
  /** Address of this server, for the first call. */
  origin: string;
  meanings: Readonly<Record<ErrorCode, string>>;
  statusOf: (code: ErrorCode) => number;
  /** Requests per minute, by budget. */
  budgets: Readonly<Record<string, number>>;
}

const problemExample = `HTTP/1.1 400 Bad Request
Content-Type: application/problem+json

{
  "type": "about:blank",
  "title": "Bad Request",
  "status": 400,
  "code": "bad_request",
  "detail": "Too small: expected string to have >=1 characters",
  "path": "body.name"
}`;

const textClass = 'mt-2 max-w-[50em] text-pretty first:mt-0';

/** What holds for every operation. */
export function ApiIntro({ t, origin, meanings, statusOf, budgets }: ApiIntroProps) {
  const text = (part: Exclude<(typeof introParts)[number], 'auth'>) => (
    <p className={textClass}>{t.rich(`${part}.text`, codeTags)}</p>
  );
  return (
    <>
      <Section t={t} id="start" title={t('start.title')}>
        {text('start')}
        <div className="mt-3">
          <CodeBlock text={firstCall(origin)} />
        </div>
      </Section>
      <Section t={t} id="auth" title={t('auth.title')}>
        <p className={textClass}>{t.rich('auth.text', codeTags)}</p>
        <p className={textClass}>{t.rich('auth.token', codeTags)}</p>
        <p className="mt-3 flex flex-wrap items-center gap-1.5">
          {t('auth.scopes')}
          {scopes.map((scope) => (
            <Code key={scope}>{scope}</Code>
          ))}
        </p>
      </Section>
      <Section t={t} id="problems" title={t('problems.title')}>
        {text('problems')}
        <div className="mt-3 mb-5">
          <CodeBlock text={problemExample} />
        </div>
        <RefusalTable t={t} meanings={meanings} statusOf={statusOf} />
      </Section>
      <Section t={t} id="pages" title={t('pages.title')}>
        {text('pages')}
      </Section>
      <Section t={t} id="repeat" title={t('repeat.title')}>
        {text('repeat')}
      </Section>
      <Section t={t} id="limits" title={t('limits.title')}>
        {text('limits')}
        <div className="mt-4 max-w-100">
          <BudgetTable t={t} budgets={budgets} />
        </div>
      </Section>
      <Section t={t} id="edits" title={t('edits.title')}>
        {text('edits')}
      </Section>
    </>
  );
}

const firstCall = (origin: string): string =>
  `export VICINITY=${origin}\nexport TOKEN=vic_…\n\ncurl "$VICINITY/api/v1/me" -H "Authorization: Bearer $TOKEN"`;

function BudgetTable({ t, budgets }: Pick<ApiIntroProps, 't' | 'budgets'>) {
  return (
    <DataTable
      caption={t('limits.title')}
      rows={Object.entries(budgets)}
      rowKey={([name]) => name}
      columns={[
        { key: 'budget', header: t('limits.budget'), cell: ([name]) => <Code>{name}</Code> },
        { key: 'perMinute', header: t('limits.perMinute'), align: 'end', cell: ([, most]) => most },
      ]}
    />
  );
}
