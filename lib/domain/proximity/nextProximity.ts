import { Dwells } from './dwell.ts';
import { type Group, Groups, lowest } from './groups.ts';
import { type NearPair, nearPairs, pairKey } from './pairs.ts';
import { residentBubbles } from './resident.ts';
import type { Apart, BubbleGroup, ProximityInput, ProximityResult, ProximityRules, Two } from './types.ts';

/**
 * The next grouping. Numbered rules, named in the tests:
 * 1. Two people of one bubble stay linked up to the end range; a bubble that falls apart keeps its key in its largest part.
 * 2. Groups join when two of their people are within range; who is on the move joins after the dwell.
 * 3. A wall on the line between two people breaks the link.
 * 4. Groups that do not fit in the capacity together stay apart and the bubble counts as full.
 * 5. People who parted by hand do not meet again in one bubble before they were out of the end range once.
 * 6. A joined bubble keeps the key of the former bubble that brought most members, on a tie the lower key.
 * 7. The resident joins one person who would otherwise be alone, and steps back for anybody else.
 * 8. Between two people of whom one blocks the other stands a wall wherever they are: they are never linked directly,
 *    but may be of one bubble through others. Who hears whom in it is the call's matter.
 * 9. Whoever is absent (in the call of a chatroom) is treated as if out of everybody's range; back again, as if just come.
 */
export function nextProximity(input: ProximityInput): ProximityResult {
  const { grid, rules, last, nowMs } = input;
  const present = input.people.filter((person) => !input.absent.has(person.id));
  const people = present.filter((person) => !person.isResident);
  const separated = keysOf(input.separated);
  const pairs = nearPairs(people, rules.endRangeTiles, grid, separated);
  const allPairs = nearPairs(present, rules.endRangeTiles, grid, separated);
  const apart = stillApart(last.apart, allPairs);
  const dwells = new Dwells(last.dwells, rules, nowMs);

  const groups = new Groups(people.map((person) => person.id));
  keepLinked(groups, pairs, last.bubbles, apart);
  const full = joinNear(groups, pairs, dwells, rules, apart);

  const bubbles = groups
    .all()
    .filter((group) => group.members.size > 1)
    .map(toBubble);
  const guided = residentBubbles({
    residents: present.filter((person) => person.isResident),
    input,
    pairs: allPairs,
    taken: new Set(bubbles.flatMap((bubble) => bubble.members)),
    dwells,
    apart: keysOf(apart),
  });
  const next = [...bubbles, ...guided];
  const running = dwells.next(unjoined(allPairs, next, rules));
  return {
    state: { bubbles: next, dwells: running, apart },
    fullKeys: new Set(full.flatMap((group) => toBubble(group).key ?? [])),
    nextCheckMs: dwells.nextEndMs(running),
  };
}

function stillApart(apart: readonly Apart[], pairs: readonly NearPair[]): readonly Apart[] {
  const near = new Set(pairs.map((pair) => pairKey(pair.a.id, pair.b.id)));
  return apart.filter((two) => near.has(pairKey(two.a, two.b)));
}

function keysOf(pairs: readonly Two[]): ReadonlySet<number> {
  return new Set(pairs.map((two) => pairKey(two.a, two.b)));
}

/** Rule 1. Links of the former bubbles are followed before anybody new joins. */
function keepLinked(
  groups: Groups,
  pairs: readonly NearPair[],
  bubbles: readonly BubbleGroup[],
  apart: readonly Apart[],
): void {
  const bubbleOf = new Map(bubbles.flatMap((bubble) => bubble.members.map((id) => [id, bubble] as const)));
  const parted = keysOf(apart);
  for (const pair of pairs) {
    const bubble = bubbleOf.get(pair.a.id);
    if (bubble === undefined || bubble !== bubbleOf.get(pair.b.id)) continue;
    if (canMeet(groups, pair, parted)) groups.join(pair.a.id, pair.b.id);
  }
  for (const bubble of bubbles) nameLargestPart(groups, bubble);
}

function nameLargestPart(groups: Groups, bubble: BubbleGroup): void {
  if (bubble.key === null) return;
  const present = bubble.members.filter((id) => groups.has(id));
  const parts = [...new Set(present.map((id) => groups.of(id)))].filter((part) => part.members.size > 1);
  const largest = parts.sort((p, q) => q.members.size - p.members.size || lowest(p) - lowest(q))[0];
  largest?.origins.set(bubble.key, largest.members.size);
}

/** Rules 2 to 5. Returns the groups that were too full for somebody. Nearest pairs first, so the outcome has no order of arrival in it. */
function joinNear(
  groups: Groups,
  pairs: readonly NearPair[],
  dwells: Dwells,
  rules: ProximityRules,
  apart: readonly Apart[],
): readonly Group[] {
  const parted = keysOf(apart);
  const refused: NearPair[] = [];
  for (const pair of pairs) {
    if (pair.distance > rules.rangeTiles || !dwells.isOver(pair) || !canMeet(groups, pair, parted)) continue;
    if (groups.areTogether(pair.a.id, pair.b.id)) continue;
    const size = groups.of(pair.a.id).members.size + groups.of(pair.b.id).members.size;
    if (size > rules.capacity) refused.push(pair);
    else groups.join(pair.a.id, pair.b.id);
  }
  return refused
    .flatMap((pair) => [groups.of(pair.a.id), groups.of(pair.b.id)])
    .filter((group) => group.members.size > 1);
}

/** Rule 5: no two people of the joined groups have parted by hand. */
function canMeet(groups: Groups, pair: NearPair, parted: ReadonlySet<number>): boolean {
  if (parted.size === 0) return true;
  for (const a of groups.of(pair.a.id).members) {
    for (const b of groups.of(pair.b.id).members) {
      if (parted.has(pairKey(a, b))) return false;
    }
  }
  return true;
}

/** Rule 6. */
function toBubble(group: Group): BubbleGroup {
  const origins = [...group.origins].sort(
    ([keyA, countA], [keyB, countB]) => countB - countA || (keyA < keyB ? -1 : 1),
  );
  return { key: origins[0]?.[0] ?? null, members: [...group.members].sort((a, b) => a - b) };
}

function unjoined(
  pairs: readonly NearPair[],
  bubbles: readonly BubbleGroup[],
  rules: ProximityRules,
): readonly NearPair[] {
  const bubbleOf = new Map(bubbles.flatMap((bubble) => bubble.members.map((id) => [id, bubble] as const)));
  return pairs.filter((pair) => {
    const bubble = bubbleOf.get(pair.a.id);
    return pair.distance <= rules.rangeTiles && (bubble === undefined || bubble !== bubbleOf.get(pair.b.id));
  });
}
