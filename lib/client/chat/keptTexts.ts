/** Small texts that this browser keeps for all its pages, over reloads and crashes. */
export interface KeptTexts {
  keys(): readonly string[];
  get(key: string): string | null;
  set(key: string, text: string): void;
  remove(key: string): void;
}

/** What every key of the chat begins with. */
const root = 'vicinity-chat:';

/** What the keys of one person's texts of one space begin with. */
export function keptPrefix(userId: string, spaceId: string): string {
  return `${root}${userId}:${spaceId}:`;
}

/** Forgets unsent messages and drafts of everybody who used this browser: it is signed out. */
export function forgetKeptChats(texts: KeptTexts = browserTexts()): void {
  forgetKept(texts, root);
}

export function forgetKept(texts: KeptTexts, prefix: string): void {
  for (const key of texts.keys()) if (key.startsWith(prefix)) texts.remove(key);
}

/** For the life of the page only. */
export function memoryTexts(): KeptTexts {
  const texts = new Map<string, string>();
  return {
    keys: () => [...texts.keys()],
    get: (key) => texts.get(key) ?? null,
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}

/** The browser's own storage; what it does not take (forbidden, or no room left) lives as long as the page. */
export function browserTexts(storageOf: () => Storage = () => globalThis.localStorage): KeptTexts {
  const fallback = memoryTexts();
  return {
    keys: () => [...new Set([...(attempt(() => Object.keys(storageOf())) ?? []), ...fallback.keys()])],
    get: (key) => fallback.get(key) ?? attempt(() => storageOf().getItem(key)),
    set(key, text) {
      const isKept = attempt(() => {
        storageOf().setItem(key, text);
        return true;
      });
      if (isKept === null) fallback.set(key, text);
      else fallback.remove(key);
    },
    remove(key) {
      fallback.remove(key);
      attempt(() => storageOf().removeItem(key));
    },
  };
}

function attempt<Result>(use: () => Result): Result | null {
  try {
    return use();
  } catch (error) {
    // Browsers throw when the person has forbidden the page to keep anything, and when there is no room left.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
