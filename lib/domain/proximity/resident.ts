import type { Dwells } from './dwell.ts';
import { type NearPair, pairKey } from './pairs.ts';
import type { BubbleGroup, NearPerson, ProximityInput } from './types.ts';

/** What is already decided when the residents' turn comes. */
interface ResidentRound {
  readonly residents: readonly NearPerson[];
  readonly input: ProximityInput;
  readonly pairs: readonly NearPair[];
  /** People who are in a bubble with others. */
  readonly taken: ReadonlySet<number>;
  readonly dwells: Dwells;
  readonly apart: ReadonlySet<number>;
}

/** Rule 7: each resident keeps the person it is with, else takes the nearest who is alone and in range. */
export function residentBubbles(round: ResidentRound): readonly BubbleGroup[] {
  const taken = new Set(round.taken);
  const bubbles: BubbleGroup[] = [];
  for (const resident of round.residents) {
    const bubble = bubbleWith(resident, round, taken);
    if (bubble === null) continue;
    bubbles.push(bubble);
    for (const id of bubble.members) taken.add(id);
  }
  return bubbles;
}

function bubbleWith(
  resident: NearPerson,
  round: ResidentRound,
  taken: ReadonlySet<number>,
): BubbleGroup | null {
  const last = round.input.last.bubbles.find((bubble) => bubble.members.includes(resident.id));
  const open = round.pairs.filter((pair) => isOpen(pair, resident, round, taken));
  const kept = open.find((pair) => last?.members.includes(guestOf(pair, resident).id) === true);
  if (kept !== undefined) return { key: last?.key ?? null, members: [kept.a.id, kept.b.id] };
  const joined = open.find(
    (pair) => pair.distance <= round.input.rules.rangeTiles && round.dwells.isOver(pair),
  );
  return joined === undefined ? null : { key: null, members: [joined.a.id, joined.b.id] };
}

function isOpen(
  pair: NearPair,
  resident: NearPerson,
  round: ResidentRound,
  taken: ReadonlySet<number>,
): boolean {
  if (pair.a.id !== resident.id && pair.b.id !== resident.id) return false;
  const guest = guestOf(pair, resident);
  return !guest.isResident && !taken.has(guest.id) && !round.apart.has(pairKey(pair.a.id, pair.b.id));
}

function guestOf(pair: NearPair, resident: NearPerson): NearPerson {
  return pair.a.id === resident.id ? pair.b : pair.a;
}
