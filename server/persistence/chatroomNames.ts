/** What makes two names of rooms the same: case, width and the way letters are composed do not count. */
export const roomNameKey = (name: string): string => name.normalize('NFKC').toLowerCase();

const collator = new Intl.Collator('en', { numeric: true });

/** By name, as people read lists; by id where names are the same. */
export function byRoomName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
