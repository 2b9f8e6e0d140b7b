'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import type { SpaceActs } from '#hooks/places/useSpaceActs.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import { SpaceCard } from './SpaceCard.tsx';

/** How many cards are seen without scrolling. */
const seenAtFirst = 3;

/** Where the cards stand; the skeleton shares it, so that nothing jumps when they come. */
export const gridClass = 'mt-5 grid gap-5 sm:grid-cols-2 lg:grid-cols-3 lg:gap-7';

interface SpaceGridProps {
  spaces: readonly SpaceView[];
  acts: SpaceActs;
  onChanged: () => Promise<void>;
}

/** The cards, and the windows that two of their choices open. */
export function SpaceGrid({ spaces, acts, onChanged }: SpaceGridProps) {
  const t = useTranslations('spaces');
  const [copied, setCopied] = useState<SpaceView | null>(null);
  const [left, setLeft] = useState<SpaceView | null>(null);
  if (spaces.length === 0) return <EmptyState icon="search" title={t('noMatch')} className="mt-5" />;
  return (
    <>
      <ul className={gridClass}>
        {spaces.map((space, index) => (
          <li key={space.id} className="grid min-w-0">
            <SpaceCard
              space={space}
              acts={acts}
              isFirst={index < seenAtFirst}
              onDuplicate={setCopied}
              onLeave={setLeft}
            />
          </li>
        ))}
      </ul>
      <DuplicateDialog space={copied} onClose={() => setCopied(null)} onDone={() => void onChanged()} />
      <ConfirmDialog
        open={left !== null}
        onOpenChange={(isOpen) => isOpen || setLeft(null)}
        title={t('leaveTitle', { space: left?.name ?? '' })}
        detail={t('leaveText')}
        confirmLabel={t('leaveConfirm')}
        onConfirm={() => {
          setLeft(null);
          if (left !== null) void acts.leave(left);
        }}
      />
    </>
  );
}
