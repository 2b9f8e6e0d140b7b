import { Anchor } from './Anchor.tsx';
import { Code } from './Code.tsx';
import { Facts } from './Facts.tsx';
import { FieldTable } from './FieldTable.tsx';
import { leastWords } from './leastWords.ts';
import type { EventView } from './model/events.ts';
import { Part } from './Part.tsx';
import type { DocsWords } from './words.ts';

/** One event of the sockets, whole. */
export function EventCard({ t, event }: { t: DocsWords; event: EventView }) {
  const { name, anchor, summary, payload, asked } = event;
  return (
    <article
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      className="scroll-mt-6 rounded-lg bg-raised p-5 shadow-1 inset-ring inset-ring-line desk:px-6"
    >
      <div className="flex items-start justify-between gap-2">
        <h3 id={`${anchor}-title`} className="min-w-0 pt-1">
          <code dir="ltr" className="font-mono text-14 font-strong wrap-anywhere">
            {name}
          </code>
        </h3>
        <Anchor t={t} to={anchor} what={name} />
      </div>
      <p lang="en" className="mt-1 text-14 text-pretty">
        {summary}
      </p>
      {asked !== null && (
        <Facts
          facts={[
            {
              name: t('permission'),
              value: (
                <>
                  <Code>{asked.permission}</Code> {leastWords(t, asked.least)}
                </>
              ),
            },
          ]}
        />
      )}
      <Part title={t('payload')}>
        <FieldTable t={t} caption={t('payload')} schema={payload} />
      </Part>
      {asked !== null && (
        <Part isFolded title={t('reply')}>
          <FieldTable t={t} caption={t('reply')} schema={asked.reply} />
        </Part>
      )}
    </article>
  );
}
