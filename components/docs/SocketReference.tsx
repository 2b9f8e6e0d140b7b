import type { ContentsGroup } from './Contents.tsx';
import { DocsPage } from './DocsPage.tsx';
import { EventCard } from './EventCard.tsx';
import { type EventGroup, socketReference } from './model/events.ts';
import { Section } from './Section.tsx';
import { SocketIntro, socketIntroParts } from './SocketIntro.tsx';
import type { DocsWords } from './words.ts';

/** The reference of the sockets, made of their catalogue. */
export function SocketReference({ t, origin }: { t: DocsWords; origin: string }) {
  const groups = socketReference();
  return (
    <DocsPage t={t} title={t('socketsTitle')} lead={t('socketsLead')} groups={contentsOf(t, groups)}>
      <SocketIntro t={t} origin={origin} />
      {groups.map((group) => (
        <Section key={group.anchor} t={t} id={group.anchor} title={titleOf(t, group)}>
          <div className="grid gap-4">
            {group.events.map((event) => (
              <EventCard key={event.anchor} t={t} event={event} />
            ))}
          </div>
        </Section>
      ))}
    </DocsPage>
  );
}

const titleOf = (t: DocsWords, { namespace, direction }: EventGroup): string =>
  `${namespace} · ${t(`directions.${direction}`)}`;

function contentsOf(t: DocsWords, groups: readonly EventGroup[]): ContentsGroup[] {
  const intro = socketIntroParts.map((part) => ({
    href: `#${part}`,
    label: t(`${part}.title`),
    isCode: false,
  }));
  return [
    { title: t('intro'), entries: intro },
    ...groups.map((group) => ({
      title: titleOf(t, group),
      entries: group.events.map(({ name, anchor }) => ({ href: `#${anchor}`, label: name, isCode: true })),
    })),
  ];
}
