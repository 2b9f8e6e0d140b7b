/**
 * Makes the page's browser strict: sound is refused until somebody touches this very page, as Safari and phones do it.
 * Chromium on a desktop lets a page play that was touched before its reload, so it cannot show this by itself. Runs inside
 * the page before its own scripts.
 */
export function installSoundLock(): void {
  let isTouched = false;
  const touched = (event: Event): void => {
    if (event.isTrusted) isTouched = true;
  };
  for (const name of ['pointerdown', 'keydown']) window.addEventListener(name, touched, { capture: true });
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function strictPlay(): Promise<void> {
    if (isTouched || this.muted) return play.call(this);
    return Promise.reject(new DOMException('nobody has touched this page yet', 'NotAllowedError'));
  };
}
