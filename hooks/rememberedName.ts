const key = 'vicinity-name';

/** The name last used in this browser, or the empty string. A browser that keeps nothing simply asks again. */
export function rememberedName(): string {
  return storage()?.getItem(key) ?? '';
}

/** Keeps a name for the next door. */
export function rememberName(name: string): void {
  if (name !== '') storage()?.setItem(key, name);
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    // Browsers throw when the person has forbidden the page to keep anything.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
