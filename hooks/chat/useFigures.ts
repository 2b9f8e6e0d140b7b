'use client';

import { useState } from 'react';
import { useTimeZone } from 'use-intl';
import { useAction } from '#hooks/useAction.ts';
import { useApi } from '#hooks/useApi.ts';
import type { RestError } from '#lib/client/rest/RestError.ts';
import type { Figures } from '#lib/protocol/chat/views.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';

/** Over how many days the figures may go. */
export const figureRanges = [7, 30, 90] as const;

export type FigureRange = (typeof figureRanges)[number];

export interface FiguresView {
  readonly figures: Figures;
  /** The range that `figures` are of. */
  readonly shown: FigureRange;
  readonly wanted: FigureRange;
  readonly timeZone: string;
  readonly isPending: boolean;
  readonly error: RestError | null;
  choose(range: FigureRange): void;
}

/** How much is written in a space, over a time that can be chosen. */
export function useFigures(spaceId: string, first: Figures, firstRange: FigureRange): FiguresView {
  const api = useApi();
  const timeZone = useTimeZone() ?? 'UTC';
  const [known, setKnown] = useState({ figures: first, shown: firstRange });
  const [wanted, setWanted] = useState<FigureRange>(firstRange);
  const reading = useAction(async (days: FigureRange) => {
    const input = { params: { space: spaceId }, query: { days, timeZone } };
    const { reply } = await api.call(chatRoutes.readChatFigures, input);
    setKnown({ figures: reply, shown: days });
  });
  return {
    ...known,
    wanted,
    timeZone,
    isPending: reading.isPending,
    error: reading.error,
    choose(range) {
      if (reading.isPending) return;
      setWanted(range);
      void reading.run(range);
    },
  };
}
