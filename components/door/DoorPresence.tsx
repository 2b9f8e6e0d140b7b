'use client';

import { useTranslations } from 'use-intl';
import { PresenceLine } from '#components/landing/PresenceLine.tsx';
import { presenceSentence } from '#components/landing/presence.ts';
import { AvatarStack } from '#components/ui/AvatarStack.tsx';
import { useDoorPlace } from '#hooks/places/DoorContext.ts';
import { useLivePresence } from '#hooks/places/useLivePresence.ts';

/** Who is inside, before I go in: a few faces and a sentence. It follows what happens while I stand here. */
export function DoorPresence() {
  const t = useTranslations('presence');
  const { space } = useDoorPlace();
  const presence = useLivePresence(space);
  const people = presence?.people ?? [];
  const words = presenceSentence(t, presence, space.hasResident);
  return (
    <div className="mt-3 flex min-h-8 items-center gap-2.5">
      {people.length === 0 ? (
        <PresenceLine text={words} isAnybodyHere={false} />
      ) : (
        <>
          <span aria-hidden="true">
            <AvatarStack people={people} most={3} size={28} />
          </span>
          <p className="min-w-0 text-14 text-pretty text-ink-soft">{words}</p>
        </>
      )}
    </div>
  );
}
