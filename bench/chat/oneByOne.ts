import type { Appended, ChatLogRepository, Draft } from '../../server/persistence/ports.ts';

/**
 * The same log without grouping: each draft is a transaction of its own. Rooms are written beside each other, as far as
 * the pool goes; within a room the order is kept.
 */
export function oneByOne(append: ChatLogRepository['append']): ChatLogRepository['append'] {
  return async (drafts) => {
    const answers = new Map<Draft, Appended>();
    const ofRooms = Map.groupBy(drafts, ({ roomId }) => roomId);
    await Promise.all(
      [...ofRooms.values()].map(async (ofRoom) => {
        for (const draft of ofRoom) for (const answer of await append([draft])) answers.set(draft, answer);
      }),
    );
    return drafts.flatMap((draft) => answers.get(draft) ?? []);
  };
}
