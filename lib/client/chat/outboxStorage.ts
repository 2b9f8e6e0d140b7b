import { type KeptTexts, keptPrefix } from './keptTexts.ts';
import { isKeepable, itemFromText, itemToText, type OutboxItem } from './outgoing.ts';

/**
 * Unsent messages of one person in one space, as this browser keeps them. Each has a key of its own, so that two pages
 * do not overwrite each other's.
 */
export interface OutboxStorage {
  load(): OutboxItem[];
  save(item: OutboxItem): void;
  remove(clientId: string): void;
  /** False when another page has sent or discarded it meanwhile. */
  stillHas(item: OutboxItem): boolean;
}

export function createOutboxStorage(texts: KeptTexts, userId: string, spaceId: string): OutboxStorage {
  const prefix = `${keptPrefix(userId, spaceId)}out:`;
  return {
    load: () =>
      texts
        .keys()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => itemFromText(texts.get(key) ?? '') ?? [])
        .sort((a, b) => (a.message.clientId < b.message.clientId ? -1 : 1)),
    save(item) {
      if (isKeepable(item)) texts.set(`${prefix}${item.message.clientId}`, itemToText(item));
    },
    remove: (clientId) => texts.remove(`${prefix}${clientId}`),
    stillHas: (item) => texts.get(`${prefix}${item.message.clientId}`) !== null,
  };
}
