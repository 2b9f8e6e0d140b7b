/** Gives the keyboard to the content of the page: in the space to the map, where keys walk. */
export function focusContent(): void {
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** The same when nothing on the page has the keyboard, for example because what had it is gone. */
export function focusContentIfLost(): void {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) focusContent();
}
