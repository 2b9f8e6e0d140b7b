/** One time zone as people look for it. */
export interface ZoneChoice {
  /** IANA name. */
  readonly id: string;
  /** The place it is named after, such as `Buenos Aires`. */
  readonly place: string;
  /** Where that is, such as `America, Argentina`; empty for a few. */
  readonly region: string;
}

/** A zone's name taken apart. */
export function zoneChoiceOf(id: string): ZoneChoice {
  const parts = id.split('/').map((part) => part.replaceAll('_', ' '));
  const place = parts.pop() ?? id;
  return { id, place, region: parts.join(', ') };
}

/** Every zone that the browser knows, by place. */
export function allZones(): ZoneChoice[] {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((id) => id !== 'UTC')];
  return zones.map(zoneChoiceOf).sort((a, b) => a.place.localeCompare(b.place, 'en'));
}

/** Letters alone, without case and accents, so that `sao paulo` finds `São Paulo` and `Sao_Paulo` alike. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}+-]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Zones that have every word of the query somewhere; those whose place begins with it come first. */
export function zonesMatching(zones: readonly ZoneChoice[], query: string): ZoneChoice[] {
  const wanted = plain(query);
  if (wanted === '') return [...zones];
  const words = wanted.split(' ');
  const found = zones.filter(({ id }) => words.every((word) => plain(id).includes(word)));
  const begins = ({ place }: ZoneChoice) => plain(place).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
}
