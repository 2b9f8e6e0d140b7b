'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Bars } from '#components/ui/Bars.tsx';
import type { DotTone } from '#components/ui/Dot.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import type { PersonStatus, PersonView } from '#hooks/peopleView.ts';

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
  onWalkTo?: (entity: number) => void;
}

/** One line of the list: face, name, what they are doing. */
export function PersonRow({ person, onWalkTo }: PersonRowProps) {
  const t = useTranslations();
  const { status } = person;
  return (
    <li className="flex min-h-12 items-center gap-3 rounded-md py-1 ps-3 pe-1.5 hover:bg-sunken">
      <Avatar cast={person.cast} size={36} presence={dots[status]} />
      <div className="min-w-0 flex-1">
        <b className="block truncate text-14 leading-snug font-name">
          {person.name}
          {person.isSelf && <span className="font-body text-ink-soft"> {t('people.youSuffix')}</span>}
        </b>
        <span className="block truncate text-12 leading-snug text-ink-soft">
          {status === 'resident' ? t('common.residentNote') : t(`people.${status}`)}
        </span>
      </div>
      {status === 'speaking' && (
        <span className="me-2 text-near-text">
          <Bars />
        </span>
      )}
      {status === 'muted' && <Icon name="micOff" size={17} className="me-1.5 text-ink-soft" />}
      {onWalkTo && (
        <IconButton
          icon="walk"
          label={t('people.walkTo', { name: person.name })}
          tone="soft"
          tooltipSide="left"
          onClick={() => onWalkTo(person.entity)}
        />
      )}
    </li>
  );
}
