import type { MessageRights } from '../message/messageRights.ts';

/** Where a key leads in a list of `count` messages; null for keys that lead nowhere. Pure. */
export function stepInRows(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowUp':
      return clamp(at - 1);
    case 'ArrowDown':
      return clamp(at + 1);
    case 'PageUp':
      return clamp(at - 8);
    case 'PageDown':
      return clamp(at + 8);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** What a letter does with the message in focus, if it may be done. Pure. */
export function actOfKey(
  key: string,
  rights: MessageRights,
): 'reply' | 'edit' | 'showThread' | 'copyWords' | 'delete' | null {
  switch (key.toLowerCase()) {
    case 'r':
      return rights.mayReply ? 'reply' : null;
    case 'e':
      return rights.mayEdit ? 'edit' : null;
    case 't':
      return 'showThread';
    case 'delete':
    case 'backspace':
      return rights.mayDelete ? 'delete' : null;
    default:
      return null;
  }
}
