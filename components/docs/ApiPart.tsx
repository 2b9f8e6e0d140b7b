import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { RestRoute, Tag } from '#lib/protocol/rest/define.ts';
import { apiDocsPath, apiPartPath } from './addresses.ts';
import type { ContentsGroup } from './Contents.tsx';
import { DocsPage } from './DocsPage.tsx';
import { apiReference, type TagView } from './model/operations.ts';
import { OperationCard } from './OperationCard.tsx';
import { Section } from './Section.tsx';
import type { DocsWords } from './words.ts';

interface ApiPartProps {
  t: DocsWords;
  tag: Tag;
  /** Every code that a route may be refused with. */
  refusalsOf: (route: RestRoute) => readonly ErrorCode[];
}

/** All operations of a part of the REST API, whole. */
export function ApiPart({ t, tag, refusalsOf }: ApiPartProps) {
  const tags = apiReference(refusalsOf);
  const operations = tags.find((part) => part.tag === tag)?.operations ?? [];
  return (
    <DocsPage t={t} title={t(`tags.${tag}`)} lead={t('partLead')} groups={contentsOf(t, tags, tag)}>
      <Section t={t} id="operations" title={t('operations')}>
        <div className="grid gap-4">
          {operations.map((operation) => (
            <OperationCard key={operation.id} t={t} operation={operation} />
          ))}
        </div>
      </Section>
    </DocsPage>
  );
}

/** What stands here, and the way to the other parts. */
function contentsOf(t: DocsWords, tags: readonly TagView[], here: Tag): ContentsGroup[] {
  const operations = tags.find(({ tag }) => tag === here)?.operations ?? [];
  const others = tags.filter(({ tag }) => tag !== here);
  return [
    {
      title: t(`tags.${here}`),
      entries: operations.map(({ id }) => ({ href: `#${id}`, label: id, isCode: true })),
    },
    {
      title: t('otherParts'),
      entries: [
        { href: apiDocsPath, label: t('intro'), isCode: false },
        ...others.map(({ tag }) => ({ href: apiPartPath(tag), label: t(`tags.${tag}`), isCode: false })),
      ],
    },
  ];
}
