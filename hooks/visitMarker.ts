/** What a tab remembers of being inside, so that a reload goes straight back in. */
export interface VisitMarker {
  readonly name: string;
  readonly isMicrophoneOn: boolean;
  readonly isCameraOn: boolean;
}

const keyOf = (spaceId: string) => `vicinity-inside-${spaceId}`;

/** The marker of this tab, or null when the tab is not inside (or keeps nothing). */
export function readVisitMarker(spaceId: string): VisitMarker | null {
  const text = storage()?.getItem(keyOf(spaceId));
  if (text === null || text === undefined) return null;
  const [name = '', microphone, camera] = text.split('\n');
  return { name, isMicrophoneOn: microphone === 'on', isCameraOn: camera === 'on' };
}

export function writeVisitMarker(spaceId: string, marker: VisitMarker): void {
  const { name, isMicrophoneOn, isCameraOn } = marker;
  storage()?.setItem(keyOf(spaceId), [name, onOff(isMicrophoneOn), onOff(isCameraOn)].join('\n'));
}

export function clearVisitMarker(spaceId: string): void {
  storage()?.removeItem(keyOf(spaceId));
}

function onOff(isOn: boolean): string {
  return isOn ? 'on' : 'off';
}

function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch (error) {
    // Browsers throw when the person has forbidden the page to keep anything.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
