import type { Store } from '../../server/persistence/ports.ts';

/** What a store was asked, since it was opened. */
export interface StoreCounts {
  /** Messages that were committed. */
  persisted: number;
  /** Questions to the log about what was written in rooms. */
  logReads: number;
  /** Questions of every kind, the log's included. */
  questions: number;
  /** How many of them there were by name. */
  readonly byName: Record<string, number>;
}

export const noCounts = (): StoreCounts => ({ persisted: 0, logReads: 0, questions: 0, byName: {} });

const logReads: ReadonlySet<string> = new Set([
  'entriesAfter',
  'entriesAfterMany',
  'lastSeq',
  'messagesBefore',
]);

/** The same repository; each call of it is counted. */
function counted<Repository extends object>(
  repository: Repository,
  count: (name: string) => void,
): Repository {
  return new Proxy(repository, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...input: unknown[]): unknown => {
        count(String(name));
        return Reflect.apply(member, target, input);
      };
    },
  });
}

/** The same store; what the chat asks of it is counted. */
export function countedStore(store: Store, counts: StoreCounts): Store {
  const count = (name: string): void => {
    counts.questions += 1;
    counts.byName[name] = (counts.byName[name] ?? 0) + 1;
  };
  const { chatLog } = store;
  const append: Store['chatLog']['append'] = async (drafts) => {
    const answers = await chatLog.append(drafts);
    counts.persisted += answers.filter((answer) => answer.ok && answer.isNew).length;
    return answers;
  };
  return {
    ...store,
    chatrooms: counted(store.chatrooms, count),
    chatModeration: counted(store.chatModeration, count),
    spaces: counted(store.spaces, count),
    users: counted(store.users, count),
    blocks: counted(store.blocks, count),
    chatLog: counted({ ...chatLog, append }, (name) => {
      count(name);
      if (logReads.has(name)) counts.logReads += 1;
    }),
  };
}
