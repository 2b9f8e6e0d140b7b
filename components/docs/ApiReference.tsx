import type { ErrorCode } from '#lib/protocol/errors.ts';
import { ApiIntro, introParts } from './ApiIntro.tsx';
import { apiPartPath } from './addresses.ts';
import type { ContentsGroup } from './Contents.tsx';
import { DocsPage } from './DocsPage.tsx';
import { apiReference, type TagView } from './model/operations.ts';
import { OperationList } from './OperationList.tsx';
import { Section } from './Section.tsx';
import type { DocsWords } from './words.ts';

interface ApiReferenceProps {
  t: DocsWords;
  origin: string;
  /** What people are told about a refusal, by code. */
  meanings: Readonly<Record<ErrorCode, string>>;
  /** HTTP status of a refusal. */
  statusOf: (code: ErrorCode) => number;
  budgets: Readonly<Record<string, number>>;
}

/** The beginning of the REST reference: what holds for all operations, and a line for each. */
export function ApiReference({ t, ...intro }: ApiReferenceProps) {
  const tags = apiReference();
  return (
    <DocsPage t={t} title={t('apiTitle')} lead={t('apiLead')} groups={contentsOf(t, tags)}>
      <ApiIntro t={t} {...intro} />
      {tags.map(({ tag, anchor, operations }) => (
        <Section key={tag} t={t} id={anchor} title={t(`tags.${tag}`)}>
          <OperationList operations={operations} path={apiPartPath(tag)} />
        </Section>
      ))}
    </DocsPage>
  );
}

function contentsOf(t: DocsWords, tags: readonly TagView[]): ContentsGroup[] {
  const intro = introParts.map((part) => ({ href: `#${part}`, label: t(`${part}.title`), isCode: false }));
  const parts = tags.map(({ tag, anchor }) => ({
    href: `#${anchor}`,
    label: t(`tags.${tag}`),
    isCode: false,
  }));
  return [
    { title: t('intro'), entries: intro },
    { title: t('operations'), entries: parts },
  ];
}
