import { forgetKept, keep, readKept } from './keptText.ts';

/** What a tab remembers of being inside, so that a reload goes straight back in. */
export interface VisitMarker {
  readonly name: string;
  readonly isMicrophoneOn: boolean;
  readonly isCameraOn: boolean;
}

const keyOf = (spaceId: string) => `vicinity-inside-${spaceId}`;

/** The marker of this tab, or null when the tab is not inside (or keeps nothing). */
export function readVisitMarker(spaceId: string): VisitMarker | null {
  const text = readKept('sessionStorage', keyOf(spaceId));
  if (text === null) return null;
  const [name = '', microphone, camera] = text.split('\n');
  return { name, isMicrophoneOn: microphone === 'on', isCameraOn: camera === 'on' };
}

export function writeVisitMarker(spaceId: string, marker: VisitMarker): void {
  const { name, isMicrophoneOn, isCameraOn } = marker;
  const lines = [name, onOff(isMicrophoneOn), onOff(isCameraOn)];
  keep('sessionStorage', keyOf(spaceId), lines.join('\n'));
}

export function clearVisitMarker(spaceId: string): void {
  forgetKept('sessionStorage', keyOf(spaceId));
}

function onOff(isOn: boolean): string {
  return isOn ? 'on' : 'off';
}
