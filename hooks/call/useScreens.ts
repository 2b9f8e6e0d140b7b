'use client';

import { useState } from 'react';
import type { CallStoreState } from '#lib/client/call/callState.ts';
import type { ShareState, ShareStoreState } from '#lib/client/call/screen/createScreenShare.ts';
import { useVisit } from '../SpaceContext.ts';
import { isSameList } from '../sameness.ts';
import { useSelected } from '../useSelected.ts';
import { useSelfView } from '../useSpace.ts';
import {
  autoStage,
  type ScreenView,
  type StageChoice,
  screenViews,
  shrunkStage,
  stagedScreen,
} from './screenView.ts';

const shareOf = (state: ShareStoreState) => state.share;

/** The own screen: shared, not shared, or being asked for. */
export function useShare(): ShareState {
  return useSelected(useVisit().calls.share.store, shareOf);
}

/** The shared screens of the call, and which of them is large. */
export interface Screens {
  /** Those that are not large, in the order of their tiles. */
  readonly small: readonly ScreenView[];
  readonly large: ScreenView | null;
  enlarge(sessionId: string): void;
  shrink(): void;
}

/** Follows who shares a screen; what is large is up to the person, and forgotten with the visit. */
export function useScreens(): Screens {
  const { calls } = useVisit();
  const share = useShare();
  const self = useSelfView();
  const views = useSelected(
    calls.store,
    ({ call }: CallStoreState) => screenViews(call, self, share),
    isSameList,
  );
  const [choice, setChoice] = useState<StageChoice>(autoStage);
  const large = stagedScreen(views, choice);
  return {
    small: views.filter((view) => view !== large),
    large,
    enlarge: (sessionId) => setChoice({ kind: 'pinned', sessionId }),
    shrink: () => setChoice(shrunkStage(views)),
  };
}
