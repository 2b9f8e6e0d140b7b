import type { NearPerson, ProximityInput } from '../types.ts';

/** The rules once more, by repeated scans over plain arrays, with nothing taken from the code under test. */
export function oracle(whole: ProximityInput): string[] {
  const input = { ...whole, people: whole.people.filter((p) => !whole.absent.has(p.id)) };
  const humans = byId(input.people.filter((p) => !p.isResident));
  const partition = new Partition(input, humans);
  partition.keep();
  const kept = partition.partsOfFormerBubbles();
  partition.join();
  const alone = humans.filter((p) => partition.setOf(p.id).length === 1);
  return [...partition.named(kept), ...guideOf(input, alone)];
}

class Partition {
  readonly #input: ProximityInput;
  readonly #pairs: [NearPerson, NearPerson][] = [];
  #sets: number[][];

  constructor(input: ProximityInput, humans: NearPerson[]) {
    this.#input = input;
    this.#sets = humans.map((p) => [p.id]);
    for (let d = 0; d <= input.rules.endRangeTiles; d += 1) {
      for (const p of humans)
        this.#pairs.push(
          ...humans
            .filter((q) => p.id < q.id && gap(input, p, q) === d)
            .map((q): [NearPerson, NearPerson] => [p, q]),
        );
    }
  }

  setOf(id: number): number[] {
    return this.#sets.find((s) => s.includes(id)) ?? [];
  }

  keep(): void {
    const bubbleIndex = (id: number): number =>
      this.#input.last.bubbles.findIndex((b) => b.members.includes(id));
    for (const [p, q] of this.#pairs) {
      if (bubbleIndex(p.id) !== -1 && bubbleIndex(p.id) === bubbleIndex(q.id))
        this.#merge(p, q, Number.POSITIVE_INFINITY);
    }
  }

  join(): void {
    const { rangeTiles, capacity } = this.#input.rules;
    for (const [p, q] of this.#pairs) {
      if (gap(this.#input, p, q) <= rangeTiles && mayJoinYet(this.#input, p, q)) this.#merge(p, q, capacity);
    }
  }

  partsOfFormerBubbles(): { key: string; part: number[] }[] {
    return this.#input.last.bubbles.map((bubble) => {
      const parts = this.#sets.filter((s) => s.length > 1 && s.some((id) => bubble.members.includes(id)));
      parts.sort((s, t) => t.length - s.length || Math.min(...s) - Math.min(...t));
      return { key: bubble.key ?? '', part: parts[0] ?? [] };
    });
  }

  named(kept: { key: string; part: number[] }[]): string[] {
    return this.#sets
      .filter((s) => s.length > 1)
      .map((s) => {
        const origins = kept.filter((k) => k.part.length > 0 && k.part.every((id) => s.includes(id)));
        origins.sort((k, l) => l.part.length - k.part.length || k.key.localeCompare(l.key));
        return `${origins[0]?.key ?? 'new'}:${s.toSorted((a, b) => a - b).join(',')}`;
      });
  }

  #merge(p: NearPerson, q: NearPerson, capacity: number): void {
    const [s, t] = [this.setOf(p.id), this.setOf(q.id)];
    const clash = s.some((a) => t.some((b) => isApart(this.#input, a, b)));
    if (s === t || clash || s.length + t.length > capacity) return;
    this.#sets = [...this.#sets.filter((other) => other !== s && other !== t), [...s, ...t]];
  }
}

function gap(input: ProximityInput, p: NearPerson, q: NearPerson): number {
  const far = Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y));
  const isBlocked = input.separated.some(
    ({ a, b }) => (a === p.id && b === q.id) || (a === q.id && b === p.id),
  );
  const isLinked = far <= input.rules.endRangeTiles && !isBlocked && !isWalled(input, p, q);
  return isLinked ? far : Number.POSITIVE_INFINITY;
}

function isApart(input: ProximityInput, a: number, b: number): boolean {
  const [p, q] = [input.people.find((x) => x.id === a), input.people.find((x) => x.id === b)];
  const listed = input.last.apart.some((two) => (two.a === a && two.b === b) || (two.a === b && two.b === a));
  return listed && p !== undefined && q !== undefined && gap(input, p, q) !== Number.POSITIVE_INFINITY;
}

function mayJoinYet(input: ProximityInput, p: NearPerson, q: NearPerson): boolean {
  if (!p.isMoving && !q.isMoving) return true;
  const dwell = input.last.dwells.find(
    (d) => (d.a === p.id && d.b === q.id) || (d.a === q.id && d.b === p.id),
  );
  return dwell !== undefined && input.nowMs - dwell.sinceMs >= input.rules.dwellMs;
}

function guideOf(input: ProximityInput, alone: NearPerson[]): string[] {
  const guide = input.people.find((p) => p.isResident);
  if (guide === undefined) return [];
  const last = input.last.bubbles.find((b) => b.members.includes(guide.id));
  const open = alone
    .filter((p) => gap(input, p, guide) !== Number.POSITIVE_INFINITY && !isApart(input, p.id, guide.id))
    .sort((p, q) => gap(input, p, guide) - gap(input, q, guide) || p.id - q.id);
  const kept = open.find((p) => last?.members.includes(p.id));
  const joined =
    kept ?? open.find((p) => gap(input, p, guide) <= input.rules.rangeTiles && mayJoinYet(input, p, guide));
  if (joined === undefined) return [];
  const members = [joined.id, guide.id].sort((a, b) => a - b).join(',');
  return [`${kept === undefined ? 'new' : (last?.key ?? 'new')}:${members}`];
}

function byId(people: NearPerson[]): NearPerson[] {
  return people.toSorted((p, q) => p.id - q.id);
}

/** Samples the line at the crossing of every column or row of its longer side, in thirds and halves exactly (the range is at most 3). */
function isWalled(input: ProximityInput, p: NearPerson, q: NearPerson): boolean {
  const [a, b] = p.x < q.x || (p.x === q.x && p.y <= q.y) ? [p, q] : [q, p];
  const n = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
  const at = (from: number, to: number, i: number): number =>
    n === 0 ? from : from + Math.ceil((2 * (to - from) * i - n + 1) / (2 * n));
  return Array.from(
    { length: n + 1 },
    (_, i) => at(a.y, b.y, i) * input.grid.widthTiles + at(a.x, b.x, i),
  ).some((cell) => input.grid.kinds[cell] === 2);
}
