import type { ViewSize } from './cameraRig.ts';

/** Calls `changed` when the host is resized or moves to a screen with another pixel density. Returns how to stop it. */
export function observeView(host: HTMLElement, changed: (size: ViewSize) => void): () => void {
  let last = sizeOf(host);
  let density = watchDensity();

  function watchDensity(): MediaQueryList {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', densityChanged, { once: true });
    return query;
  }

  function densityChanged(): void {
    density = watchDensity();
    report();
  }

  function report(): void {
    const size = sizeOf(host);
    if (size.width === last.width && size.height === last.height && size.dpr === last.dpr) return;
    last = size;
    changed(size);
  }

  const observer = new ResizeObserver(report);
  observer.observe(host);
  return () => {
    observer.disconnect();
    density.removeEventListener('change', densityChanged);
  };
}

/** A hidden host has no size; one pixel keeps the renderer alive until it is shown. */
function sizeOf(host: HTMLElement): ViewSize {
  return {
    width: Math.max(1, host.clientWidth),
    height: Math.max(1, host.clientHeight),
    dpr: devicePixelRatio,
  };
}
