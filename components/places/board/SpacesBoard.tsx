'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { focusContentIfLost } from '#hooks/focusContent.ts';
import { aroundNow, countAround } from '#hooks/places/hereNow.ts';
import { type BoardState, type SpacePage, searchFrom, spacesNamed } from '#hooks/places/spaceList.ts';
import { useSpaceActs } from '#hooks/places/useSpaceActs.ts';
import { useSpaceList } from '#hooks/places/useSpaceList.ts';
import { useAction } from '#hooks/useAction.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import { AroundList } from './AroundList.tsx';
import { BoardHead } from './BoardHead.tsx';
import { BoardTools } from './BoardTools.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { GuestNotice } from './GuestNotice.tsx';
import { SpaceGrid } from './SpaceGrid.tsx';

interface SpacesBoardProps {
  first: SpacePage;
  state: BoardState;
}

/** My spaces: who is around, the spaces themselves, and what I may do with them. */
export function SpacesBoard({ first, state }: SpacesBoardProps) {
  const t = useTranslations('spaces');
  const viewer = useViewer();
  const list = useSpaceList(first, state);
  const more = useAction(list.loadMore);
  const [typed, setTyped] = useState('');
  const acts = useSpaceActs({
    onStart: ({ id }) => list.hide(id),
    onEnd() {
      // The card is gone, and with it the button that had the keyboard.
      focusContentIfLost();
      void list.refresh();
    },
  });
  const mayCreate = isAllowed({ account: accountKindOfViewer(viewer), role: null }, 'create:space');
  const isActive = state === 'active';
  const shown = spacesNamed(list.items, typed);
  const isKnown = isActive && list.items.some(({ presence }) => presence !== null);
  return (
    <>
      <BoardHead
        name={viewer?.name ?? ''}
        aroundCount={isKnown ? countAround(list.items) : null}
        mayCreate={mayCreate && !(isActive && list.items.length === 0)}
      />
      {viewer?.isGuest === true && <GuestNotice />}
      <BoardTools
        state={state}
        hasSearch={list.items.length >= searchFrom || typed !== ''}
        typed={typed}
        found={shown.length}
        onType={setTyped}
      />
      {list.isStale && (
        <Notice tone="bad" icon="offline" isAnnounced className="mt-5">
          {t('stale')}
        </Notice>
      )}
      {list.items.length === 0 ? (
        <EmptyBoard state={state} mayCreate={mayCreate} />
      ) : (
        <SpaceGrid spaces={shown} acts={acts} onChanged={list.refresh} />
      )}
      <LoadMore
        hasMore={list.nextCursor !== null}
        isPending={more.isPending}
        error={more.error}
        onMore={() => void more.run()}
      />
      {isActive && <AroundList around={aroundNow(list.items, viewer?.id ?? '')} />}
    </>
  );
}
