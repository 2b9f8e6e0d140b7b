import type { PersonView } from '#lib/protocol/rest/common.ts';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase('en')
    .trim();

/** Whether a name or a title holds what somebody looks for; case and accents do not matter. */
export const isMatch = (text: string, wanted: string): boolean => folded(text).includes(folded(wanted));

/** People whose names match, each once, by name, at most `most`; those whose name begins so come first. */
export function matchingPeople(
  people: readonly PersonView[],
  wanted: string,
  except: readonly string[],
  most: number,
): readonly PersonView[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const start = folded(wanted);
  const isLater = ({ name }: PersonView) => (folded(name).startsWith(start) ? 0 : 1);
  return [...byId.values()]
    .filter(({ id, name }) => !except.includes(id) && isMatch(name, wanted))
    .sort((a, b) => isLater(a) - isLater(b) || a.name.localeCompare(b.name))
    .slice(0, most);
}
