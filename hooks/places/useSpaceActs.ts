'use client';

import { useTranslations } from 'use-intl';
import { useErrorWords } from '#hooks/errorWords.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';

/** What somebody does with a whole space. Each says how it went in a toast, and can be undone there where that is possible. */
export interface SpaceActs {
  archive(space: SpaceView): Promise<void>;
  unarchive(space: SpaceView): Promise<void>;
  remove(space: SpaceView): Promise<void>;
  restore(space: SpaceView): Promise<void>;
  leave(space: SpaceView): Promise<void>;
}

interface Surroundings {
  /** Runs at once: the act is shown before the server has answered. */
  onStart?(space: SpaceView): void;
  /** Runs when the server has answered, well or not: what is shown may be wrong until it is read anew. */
  onEnd(space: SpaceView, isDone: boolean): void;
}

type Call = () => Promise<unknown>;

/** The acts upon a space, for the dashboard and the settings. */
export function useSpaceActs({ onStart, onEnd }: Surroundings): SpaceActs {
  const t = useTranslations('spaces');
  const api = useApi();
  const toasts = useToasts();
  const wordsOf = useErrorWords();
  const keyOf = ({ id }: SpaceView) => `space-${id}`;
  /** By id: a deleted space may not be found by its address any more. */
  const paramsOf = ({ id }: SpaceView) => ({ params: { space: id } });

  async function carryOut(space: SpaceView, call: Call, onDone: () => void): Promise<void> {
    onStart?.(space);
    let isDone = false;
    try {
      await call();
      isDone = true;
      onDone();
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      const title = t('failed', { space: space.name });
      toasts.show({ key: keyOf(space), title, detail: wordsOf(error), tone: 'bad' });
    } finally {
      onEnd(space, isDone);
    }
  }

  function tell(space: SpaceView, title: string, detail?: string, undo?: Call): void {
    const run = () =>
      void carryOut(space, undo ?? nothing, () => tell(space, t('backNow', { space: space.name })));
    toasts.show({
      key: keyOf(space),
      title,
      ...(detail !== undefined && { detail }),
      ...(undo !== undefined && { action: { label: t('undo'), run } }),
    });
  }

  const unarchive = (space: SpaceView) => api.call(spaceRoutes.unarchiveSpace, paramsOf(space));
  const restore = (space: SpaceView) => api.call(spaceRoutes.restoreSpace, paramsOf(space));
  const isBack = (space: SpaceView) => () => tell(space, t('backNow', { space: space.name }));

  return {
    archive: (space) =>
      carryOut(
        space,
        () => api.call(spaceRoutes.archiveSpace, paramsOf(space)),
        () =>
          tell(space, t('archivedNow', { space: space.name }), t('archivedNowDetail'), () =>
            unarchive(space),
          ),
      ),
    unarchive: (space) => carryOut(space, () => unarchive(space), isBack(space)),
    remove: (space) =>
      carryOut(
        space,
        () => api.call(spaceRoutes.deleteSpace, paramsOf(space)),
        () =>
          tell(space, t('deletedNow', { space: space.name }), t('deletedNowDetail'), () => restore(space)),
      ),
    restore: (space) => carryOut(space, () => restore(space), isBack(space)),
    leave: (space) =>
      carryOut(
        space,
        () => api.call(memberRoutes.leaveSpace, paramsOf(space)),
        () => tell(space, t('leftNow', { space: space.name })),
      ),
  };
}

async function nothing(): Promise<void> {
  await Promise.resolve();
}
