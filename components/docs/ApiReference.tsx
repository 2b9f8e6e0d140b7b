import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { ApiIntro, introParts } from './ApiIntro.tsx';
import type { ContentsGroup } from './Contents.tsx';
import { DocsPage } from './DocsPage.tsx';
import { apiReference, type TagView } from './model/operations.ts';
import { OperationCard } from './OperationCard.tsx';
import { Section } from './Section.tsx';
import type { DocsWords } from './words.ts';

interface ApiReferenceProps {
  t: DocsWords;
  origin: string;
  /** What people are told about a refusal, by code. */
  meanings: Readonly<Record<ErrorCode, string>>;
  /** HTTP status of a refusal. */
  statusOf: (code: ErrorCode) => number;
  /** Every code that a route may be refused with. */
  refusalsOf: (route: RestRoute) => readonly ErrorCode[];
  budgets: Readonly<Record<string, number>>;
}

/** The reference of the REST API, made of its catalogue. */
export function ApiReference({ t, refusalsOf, ...intro }: ApiReferenceProps) {
  const tags = apiReference(refusalsOf);
  return (
    <DocsPage t={t} title={t('apiTitle')} lead={t('apiLead')} groups={contentsOf(t, tags)}>
      <ApiIntro t={t} {...intro} />
      {tags.map(({ tag, anchor, operations }) => (
        <Section key={tag} t={t} id={anchor} title={t(`tags.${tag}`)}>
          <div className="grid gap-4">
            {operations.map((operation) => (
              <OperationCard key={operation.id} t={t} operation={operation} />
            ))}
          </div>
        </Section>
      ))}
    </DocsPage>
  );
}

function contentsOf(t: DocsWords, tags: readonly TagView[]): ContentsGroup[] {
  const intro = introParts.map((part) => ({ anchor: part, label: t(`${part}.title`), isCode: false }));
  const groups = tags.map(({ tag, operations }) => ({
    title: t(`tags.${tag}`),
    entries: operations.map(({ id }) => ({ anchor: id, label: id, isCode: true })),
  }));
  return [{ title: t('intro'), entries: intro }, ...groups];
}
