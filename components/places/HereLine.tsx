'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AvatarStack } from '#components/ui/AvatarStack.tsx';
import { type HereNow, hereNow } from '#hooks/places/hereNow.ts';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

type HereSpace = Pick<SpaceView, 'presence' | 'lastVisitAt'>;

/** Who is inside: a few faces and a sentence; where nobody is, when I was last there. Always of the same height. */
export function HereLine({ space }: { space: HereSpace }) {
  const here = hereNow(space.presence);
  const people = space.presence?.people ?? [];
  return (
    <div className="flex min-h-8 items-center gap-2.5 text-13 text-ink-soft">
      {people.length > 0 && (
        <span aria-hidden="true">
          <AvatarStack people={people} most={4} size={28} />
        </span>
      )}
      <p className="min-w-0 truncate">
        <HereWords here={here} lastVisitAt={space.lastVisitAt} />
      </p>
    </div>
  );
}

function HereWords({ here, lastVisitAt }: { here: HereNow; lastVisitAt: string | null }) {
  const t = useTranslations('spaces');
  const moment = useMoment();
  const b = (words: ReactNode) => <b className="font-name text-ink">{words}</b>;
  switch (here.kind) {
    case 'unknown':
      return t('hereUnknown');
    case 'nobody':
      return lastVisitAt === null ? t('hereNobody') : t('hereNobodySince', { when: moment(lastVisitAt) });
    case 'one':
      return t.rich('hereOne', { b, name: here.name });
    case 'two':
      return t.rich('hereTwo', { b, first: here.first, second: here.second });
    case 'many':
      return t.rich('hereMany', { b, count: here.count });
  }
}
