/** `localStorage` outlives the tab, `sessionStorage` does not. */
type Kept = 'localStorage' | 'sessionStorage';

/** What this browser keeps under a key, or null. A browser that keeps nothing, or is forbidden to, has nothing. */
export function readKept(where: Kept, key: string): string | null {
  return withStorage(where, (storage) => storage.getItem(key));
}

/** Keeps a text as far as the browser lets a page keep one: without room or permission it is forgotten with the page. */
export function keep(where: Kept, key: string, text: string): void {
  withStorage(where, (storage) => storage.setItem(key, text));
}

export function forgetKept(where: Kept, key: string): void {
  withStorage(where, (storage) => storage.removeItem(key));
}

function withStorage<Result>(where: Kept, use: (storage: Storage) => Result): Result | null {
  try {
    return use(window[where]);
  } catch (error) {
    // Browsers throw when the person has forbidden the page to keep anything, and when there is no room left.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
