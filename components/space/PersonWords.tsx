'use client';

import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import type { PersonView } from '#hooks/peopleView.ts';
import { isAtLeast } from '#lib/domain/access/roles.ts';

/** Smaller than a badge elsewhere: it stands within a line of the list. */
const tagClass =
  'inline-flex h-4.5 flex-none items-center rounded-full px-1.5 text-11 font-medium forced-colors:border';

/** Name, pronouns, role and what somebody is doing. Their own words stand after ours and are cut when they are long. */
export function PersonWords({ person }: { person: PersonView }) {
  const t = useTranslations();
  const { status, note, pronouns, role } = person;
  const doing = status === 'resident' ? t('common.residentNote') : t(`people.${status}`);
  const hasBadge = isAtLeast(role, 'moderator');
  return (
    <div className="min-w-0 flex-1">
      <span className="flex items-baseline gap-1.5 text-14 leading-snug">
        <b className="truncate font-name">{person.name}</b>
        {person.isSelf && <span className="flex-none text-ink-soft">{t('people.youSuffix')}</span>}
        {pronouns !== null && <span className="min-w-8 truncate text-12 text-ink-soft">{pronouns}</span>}
      </span>
      <span className="flex items-center gap-1.5 text-12 leading-snug text-ink-soft">
        {person.isBlocked && (
          <span className={cx(tagClass, 'bg-bad-soft text-bad-text')}>{t('personMenu.isBlocked')}</span>
        )}
        {hasBadge && (
          <span className={cx(tagClass, 'inset-ring inset-ring-line-strong')}>{t(`roleNames.${role}`)}</span>
        )}
        <span className="truncate">
          {doing}
          {note !== null && (
            <>
              {' · '}
              <bdi>{note}</bdi>
            </>
          )}
        </span>
      </span>
    </div>
  );
}
