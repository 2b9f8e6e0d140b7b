'use client';

import { type RefObject, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type HudPanel, mapInsets, type StageLayout } from './mapInsets.ts';
import { openStage, type Stage } from './openStage.ts';
import { useVisit } from './SpaceContext.ts';
import { useIsReducedMotion, useMapTheme } from './useMapTheme.ts';
import { useSelected } from './useSelected.ts';
import { useCall } from './useSpace.ts';
import { useWindowSize } from './useWindowSize.ts';

export type StageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly stage: Stage }
  | { readonly kind: 'not_loaded' };

/** The map in its place: opened after the first join, and told whatever changes about the page around it. */
export function useStage(
  host: RefObject<HTMLElement | null>,
  mapUrl: string,
  panel: HudPanel,
  isScreenLarge: boolean,
): StageState {
  const { space } = useVisit();
  const t = useTranslations('common');
  const speedTilesPerS = useSelected(space, (state) => state.space?.speedTilesPerS ?? null);
  const [state, setState] = useState<StageState>({ kind: 'loading' });
  const theme = useMapTheme();
  const isReducedMotion = useIsReducedMotion();
  const you = t('you');
  const resident = t('resident');

  // biome-ignore lint/correctness/useExhaustiveDependencies: theme and motion are told to the open stage below
  useEffect(() => {
    const element = host.current;
    if (element === null || speedTilesPerS === null) return undefined;
    const labels = { you, resident };
    const opening = openStage({
      host: element,
      store: space,
      mapUrl,
      theme,
      labels,
      isReducedMotion,
      speedTilesPerS,
    });
    let isOver = false;
    let opened: Stage | null = null;
    opening.then(
      (stage) => {
        if (isOver) return stage.close();
        opened = stage;
        setState({ kind: 'open', stage });
      },
      (error: unknown) => {
        console.error('the map was not shown', error);
        if (!isOver) setState({ kind: 'not_loaded' });
      },
    );
    return () => {
      isOver = true;
      opened?.close();
      setState({ kind: 'loading' });
    };
  }, [host, space, mapUrl, speedTilesPerS, you, resident]);

  useStageSurroundings(state.kind === 'open' ? state.stage : null, panel, isScreenLarge);
  return state;
}

/** Tells the open stage of colours, motion, panels and voices. */
function useStageSurroundings(stage: Stage | null, panel: HudPanel, isScreenLarge: boolean): void {
  const theme = useMapTheme();
  const isReducedMotion = useIsReducedMotion();
  const { width, height } = useWindowSize();
  const call = useCall();
  const isInCall = call.kind === 'active';
  const speakers = call.kind === 'active' ? call.participants.filter((person) => person.isSpeaking) : [];
  const speaking = speakers.map(({ userId }) => userId).join(' ');
  useEffect(() => {
    stage?.renderer
      ?.setTheme(theme)
      .catch((error: unknown) => console.error('the map kept its colours', error));
  }, [stage, theme]);
  useEffect(() => stage?.renderer?.setReducedMotion(isReducedMotion), [stage, isReducedMotion]);
  useEffect(() => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const layout: StageLayout = { width, height, isInCall, panel, isScreenLarge, isRightToLeft };
    stage?.renderer?.setInsets(mapInsets(layout));
  }, [stage, width, height, isInCall, panel, isScreenLarge]);
  useEffect(() => {
    stage?.renderer?.setSpeaking(speaking === '' ? [] : speaking.split(' '));
  }, [stage, speaking]);
}
