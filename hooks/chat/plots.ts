/** A bar of a plot, in units of the picture: the origin is the upper left corner. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BarPlot {
  readonly bars: readonly Bar[];
  /** What the upper edge stands for. */
  readonly top: number;
  /** Values of the lines across, from the top to zero. */
  readonly ticks: readonly number[];
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** Share of a bar's place that stays free, from 0 to 1. */
  readonly gap: number;
}

/** The next number from 2, 4, 10, 20, 40, 100 and so on that is not below `value`: half of it is whole, too. */
export function niceCeiling(value: number): number {
  if (value <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 10].find((each) => each * power >= value) ?? 10;
  return step * power;
}

/** Bars for counts. A count above zero is never lower than one unit, so that it can be seen. */
export function barPlot(values: readonly number[], { width, height, gap }: PlotSize): BarPlot {
  const top = niceCeiling(Math.max(0, ...values));
  const place = width / Math.max(1, values.length);
  const bars = values.map((value, index) => {
    const high = value <= 0 ? 0 : Math.max(1, (value / top) * height);
    return { x: (index + gap / 2) * place, y: height - high, width: place * (1 - gap), height: high };
  });
  return { bars, top, ticks: [top, top / 2, 0] };
}

/** The last `count` calendar days up to the one on which `until` falls in a time zone, as `2026-03-01`. */
export function daysUntil(until: string, count: number, timeZone: string): string[] {
  const last = Date.parse(`${dayIn(until, timeZone)}T00:00:00.000Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The calendar day of an instant in a time zone. */
function dayIn(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  });
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

interface DayCount {
  readonly day: string;
  readonly messages: number;
  readonly people: number;
}

/** One count for each day; days on which nothing was written are not in the server's list. */
export function withQuietDays(known: readonly DayCount[], days: readonly string[]): DayCount[] {
  const byDay = new Map(known.map((count) => [count.day, count]));
  return days.map((day) => byDay.get(day) ?? { day, messages: 0, people: 0 });
}

/** Which of `count` bars get a label below them, when there is room for `most`: the first, then evenly on. */
export function labelledBars(count: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}

/** Place of the largest count, the first of several; null when there is nothing. */
export function busiest(values: readonly number[]): number | null {
  const most = Math.max(0, ...values);
  return most === 0 ? null : values.indexOf(most);
}

/** How long a bar is beside the longest, in percent. */
export function shareOfMost(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(100, Math.max(0, (value / most) * 100));
}
