'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import type { PersonView } from '#hooks/peopleView.ts';
import { usePeople, usePeopleCount } from '#hooks/useSpace.ts';
import { useWalkTo } from '#hooks/useWalkTo.ts';
import type { Walker } from '#lib/client/input/createWalker.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { PersonRow } from './PersonRow.tsx';

/** Who is here: a panel at the side, on phones a sheet from below. */
export function PeoplePanel({ walker, onClose }: { walker: Walker | null; onClose: () => void }) {
  const walkTo = useWalkTo(walker);
  const t = useTranslations('people');
  const people = usePeople();
  const count = usePeopleCount();
  const [wanted, setWanted] = useState('');
  const matches = ({ name }: PersonView) =>
    name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase());
  const withYou = people.withYou.filter(matches);
  const inSpace = people.inSpace.filter(matches);
  return (
    <aside
      aria-label={t('title')}
      className="pointer-events-auto fixed inset-x-0 bottom-0 z-20 flex h-[56dvh] animate-rise flex-col rounded-t-lg bg-raised pb-[env(safe-area-inset-bottom)] shadow-3 desk:inset-x-auto desk:end-4 desk:top-4 desk:bottom-4 desk:h-auto desk:w-86 desk:rounded-lg desk:pb-0 low:inset-x-auto low:end-3 low:top-3 low:bottom-3 low:h-auto low:w-80 low:rounded-lg"
    >
      <header className="flex items-center gap-1 ps-5 pe-2 pt-3 pb-2 low:pt-1.5">
        <h2 className="flex-1 text-18 font-title tracking-title">
          {t('title')}
          <span className="ms-2 text-13 font-medium tracking-normal text-ink-soft tabular-nums">{count}</span>
        </h2>
        <IconButton icon="close" label={t('close')} tone="soft" onClick={onClose} />
      </header>
      <div className="relative mx-4 mb-1.5">
        <Icon name="search" size={20} className="pointer-events-none absolute start-3 top-3 text-ink-soft" />
        <input
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
          className="h-11 w-full rounded-md bg-sunken ps-10 pe-3 text-16 placeholder:text-ink-soft desk:text-14"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        <Group title={t('with')} people={withYou} isNear />
        <Group title={t('inSpace')} people={inSpace} onWalkTo={walkTo} />
        {withYou.length + inSpace.length === 0 && (
          <p className="px-3 py-6 text-14 text-ink-soft">{t('noMatch')}</p>
        )}
      </div>
      <footer className="border-t border-line px-4 pt-2.5 pb-4 low:pb-2.5">
        <CopyLinkButton />
      </footer>
    </aside>
  );
}

interface GroupProps {
  title: string;
  people: readonly PersonView[];
  isNear?: boolean;
  onWalkTo?: ((entity: number) => void) | undefined;
}

function Group({ title, people, isNear = false, onWalkTo }: GroupProps) {
  if (people.length === 0) return null;
  return (
    <section>
      <h3 className={`px-3 pt-3 pb-1 text-12 font-strong ${isNear ? 'text-near-text' : 'text-ink-soft'}`}>
        {title}
      </h3>
      <ul>
        {people.map((person) => (
          <PersonRow key={person.entity} person={person} onWalkTo={person.isSelf ? undefined : onWalkTo} />
        ))}
      </ul>
    </section>
  );
}
