import { keep, readKept } from './keptText.ts';

const key = 'vicinity-letter-keys';

/** Whether keys of a single letter or sign do something; a person may switch them off (WCAG 2.1.4). On at first. */
export function areLetterKeysOn(): boolean {
  return readKept('localStorage', key) !== 'off';
}

export function setLetterKeysOn(isOn: boolean): void {
  keep('localStorage', key, isOn ? 'on' : 'off');
}
