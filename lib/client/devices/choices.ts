import * as z from 'zod/mini';
import type { DevicesState } from './deviceState.ts';

/** The part of `localStorage` that is used. */
export interface ChoiceStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const storageKey = 'vicinity.devices';
const idSchema = z.string().check(z.maxLength(256));
const choicesSchema = z.object({ microphone: idSchema, camera: idSchema, speaker: idSchema });

type Choices = DevicesState['chosen'];

const systemChoices: Choices = { microphone: '', camera: '', speaker: '' };

/** The device ids chosen last; the system's choice where nothing usable is stored. Nothing but ids is ever stored. */
export function loadChoices(storage: ChoiceStorage | null): Choices {
  const text = readText(storage);
  if (text === null) return systemChoices;
  try {
    const parsed = choicesSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : systemChoices;
  } catch {
    // Not JSON: somebody else's value, or damaged. The next choice overwrites it.
    return systemChoices;
  }
}

/** Remembers the choices. A browser that forbids or has filled its storage forgets them with the page. */
export function saveChoices(storage: ChoiceStorage | null, choices: Choices): boolean {
  try {
    storage?.setItem(storageKey, JSON.stringify(choices));
    return storage !== null;
  } catch {
    return false;
  }
}

function readText(storage: ChoiceStorage | null): string | null {
  try {
    return storage?.getItem(storageKey) ?? null;
  } catch {
    // Private modes of some browsers forbid reading.
    return null;
  }
}
