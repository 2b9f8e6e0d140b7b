import { type FilterTerm, foldForFilter } from '#lib/domain/chat/filter.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { record } from '../../places/audit.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { nowOf } from '../rooms/acts.ts';

/** The terms, each once whatever its spelling; of two, the stricter stays. Throws `bad_request` for one that meets nothing. */
export function uniqueTerms(terms: readonly FilterTerm[]): FilterTerm[] {
  const byFold = new Map<string, FilterTerm>();
  for (const [index, term] of terms.entries()) {
    const folded = foldForFilter(term.term);
    if (folded === '') {
      throw new RefusedError('bad_request', 'A term has at least one visible sign.', `terms.${index}.term`);
    }
    if (term.action === 'refuse' || !byFold.has(folded)) byFold.set(folded, term);
  }
  return [...byFold.values()];
}

/** Words that the chat of a space refuses or has looked at. */
export function filterOperations(context: ChatContext): ChatOperationsOf<'read-filters' | 'set-filters'> {
  const { store, access, telling } = context;
  return {
    async 'read-filters'({ userId }, { spaceId }) {
      await access.requireInSpace(userId, spaceId, 'moderate:chat');
      return { terms: await store.chatModeration.filters(spaceId) };
    },
    async 'set-filters'({ userId: actorId }, { spaceId, terms }) {
      await access.requireInSpace(actorId, spaceId, 'edit:chat-filters');
      const unique = uniqueTerms(terms);
      await store.chatModeration.setFilters(spaceId, unique);
      const detail = { terms: unique.length };
      await record(store, { spaceId, action: 'chat.filters', actorId, detail }, nowOf(context));
      await telling.stale({ spaceId });
      return { terms: await store.chatModeration.filters(spaceId) };
    },
  };
}
