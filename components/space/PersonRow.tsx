'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Bars } from '#components/ui/Bars.tsx';
import type { DotTone } from '#components/ui/Dot.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { hasActions, personActions } from '#hooks/live/personActions.ts';
import { useIsActing } from '#hooks/live/useIsActing.ts';
import { useLineMenu } from '#hooks/live/useLineMenu.ts';
import { useStanding } from '#hooks/live/useStanding.ts';
import type { PersonStatus, PersonView } from '#hooks/peopleView.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { PersonWords } from './PersonWords.tsx';

const dots: Record<PersonStatus, DotTone> = {
  speaking: 'good',
  muted: 'good',
  online: 'good',
  resident: 'good',
  inCall: 'bad',
  busy: 'bad',
  away: 'away',
  offline: 'away',
  reconnecting: 'away',
};

interface PersonRowProps {
  person: PersonView;
  /** Walks to them; not offered for oneself. */
  onWalkTo?: ((entity: number) => void) | undefined;
}

/** One line of the list: face, name, what they are doing, and what one may do with them. */
export function PersonRow({ person, onWalkTo }: PersonRowProps) {
  const t = useTranslations();
  const actions = personActions(useStanding(), person);
  const isPending = useIsActing(person);
  const hasMenu = hasActions(actions);
  const { isOpen, setOpen, lineProps } = useLineMenu(hasMenu);
  const walk = onWalkTo && (() => onWalkTo(person.entity));
  const { status } = person;
  return (
    <li
      {...lineProps}
      data-user={person.userId}
      className="flex min-h-12 items-center gap-3 rounded-md py-1 ps-3 pe-1.5 hover:bg-sunken touch:select-none"
    >
      <Avatar cast={person.cast} size={36} presence={dots[status]} />
      <PersonWords person={person} />
      {status === 'speaking' && (
        <span className="me-1 text-near-text">
          <Bars />
        </span>
      )}
      {status === 'muted' && <Icon name="micOff" size={17} className="me-0.5 text-ink-soft" />}
      {isPending && <Spinner size={18} label={t('moderation.pending')} className="text-ink-soft" />}
      <span className="flex">
        {walk && (
          <IconButton
            icon="walk"
            label={t('people.walkTo', { name: person.name })}
            tone="soft"
            tooltipSide="left"
            onClick={walk}
          />
        )}
        {hasMenu && (
          <PersonMenu
            person={person}
            actions={actions}
            isPending={isPending}
            isOpen={isOpen}
            onOpenChange={setOpen}
            onWalkTo={walk}
          />
        )}
      </span>
    </li>
  );
}
