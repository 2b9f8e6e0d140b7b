/**
 * Goes to another page by loading it. Used where it changes who somebody is: whatever the old page knew (its caches, its
 * connections) ends with it. The promise stays open, so that what waits for it stays pending until the page is gone.
 */
export function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => undefined);
}
