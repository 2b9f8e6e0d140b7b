'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { SpaceActs } from '#hooks/places/useSpaceActs.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { HereLine } from '../HereLine.tsx';
import { MapPicture } from '../MapPicture.tsx';
import { SpaceCardMenu } from './SpaceCardMenu.tsx';

interface SpaceCardProps {
  space: SpaceView;
  acts: SpaceActs;
  /** Among those that are seen without scrolling: its picture loads at once. */
  isFirst: boolean;
  onDuplicate: (space: SpaceView) => void;
  onLeave: (space: SpaceView) => void;
}

/** One of my spaces: its map, its name, who is inside, and what I may do with it. The whole card leads in. */
export function SpaceCard({ space, acts, isFirst, onDuplicate, onLeave }: SpaceCardProps) {
  const isOpen = space.archivedAt === null && space.deletedAt === null;
  return (
    <article
      className={cx(
        'relative flex min-w-0 flex-col overflow-hidden rounded-lg bg-raised shadow-2 transition-[translate,box-shadow] duration-120',
        isOpen && 'focus-within:shadow-3 hover:-translate-y-0.5 hover:shadow-3',
      )}
    >
      <div className={cx('aspect-[2/1] bg-sunken', !isOpen && 'opacity-60 grayscale')}>
        <MapPicture mapId={space.map.id} isFirst={isFirst} />
      </div>
      <div className="flex flex-1 flex-col gap-1 py-4 ps-5 pe-3">
        <div className="flex items-center gap-1">
          <h2 className="flex min-w-0 flex-1 items-center gap-2 text-18 font-title tracking-title">
            <CardName space={space} isOpen={isOpen} />
            {space.isLocked && <LockSign />}
          </h2>
          <div className="relative z-10">
            <SpaceCardMenu space={space} acts={acts} onDuplicate={onDuplicate} onLeave={onLeave} />
          </div>
        </div>
        {isOpen ? <HereLine space={space} /> : <ClosedLine space={space} acts={acts} />}
      </div>
    </article>
  );
}

function CardName({ space, isOpen }: { space: SpaceView; isOpen: boolean }) {
  if (!isOpen) return <span className="truncate">{space.name}</span>;
  return (
    <Link
      href={`/space/${space.slug}`}
      className="truncate after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
    >
      {space.name}
    </Link>
  );
}

function LockSign() {
  const t = useTranslations('spaces');
  return (
    <span className="flex-none text-ink-soft" title={t('locked')}>
      <Icon name="lock" size={17} />
      <span className="sr-only">{t('locked')}</span>
    </span>
  );
}

/** Of a space that is closed: since when, and the way back. */
function ClosedLine({ space, acts }: { space: SpaceView; acts: SpaceActs }) {
  const t = useTranslations('spaces');
  const moment = useMoment();
  const subject = { account: accountKindOfViewer(useViewer()), role: space.role };
  const { deletedAt, archivedAt } = space;
  const isDeleted = deletedAt !== null;
  const isMine = isAllowed(subject, isDeleted ? 'delete:space' : 'archive:space');
  return (
    <div className="flex min-h-11 items-center justify-between gap-3 pe-2 text-13 text-ink-soft">
      <p className="min-w-0">
        {isDeleted
          ? t('deletedSince', { when: moment(deletedAt) })
          : t('archivedSince', { when: moment(archivedAt ?? space.createdAt) })}
      </p>
      {isMine && (
        <Button
          size="small"
          icon="refresh"
          onClick={() => void (isDeleted ? acts.restore(space) : acts.unarchive(space))}
        >
          {isDeleted ? t('restore') : t('unarchive')}
        </Button>
      )}
    </div>
  );
}
