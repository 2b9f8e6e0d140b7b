import { keep, readKept } from './keptText.ts';

const key = 'vicinity-name';

/** The name last used in this browser, or the empty string. A browser that keeps nothing simply asks again. */
export function rememberedName(): string {
  return readKept('localStorage', key) ?? '';
}

/** Keeps a name for the next door. */
export function rememberName(name: string): void {
  if (name !== '') keep('localStorage', key, name);
}
