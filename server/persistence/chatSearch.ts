import type { ChatLogRepository } from './ports/chat.ts';

/** Whether a search says nothing of what is looked for: neither words, nor an author, nor a part, nor a time. */
export const isOpen = (query: Parameters<ChatLogRepository['search']>[0]): boolean =>
  query.words.trim() === '' &&
  [query.fromUserId, query.has, query.before, query.after].every((filter) => filter === null);
