import { type Box, overlapArea } from './standing.ts';

/** Somebody who wants a name tag; lengths in CSS px on the screen. */
export interface TagWish {
  readonly entity: number;
  readonly feet: { readonly x: number; readonly y: number };
  readonly width: number;
  /** The place chosen last time, so that tags do not flicker between two equal ones. */
  readonly lastSlot: number | null;
}

/** A chosen place: its slot and the offset of the tag's top left corner from the feet, in CSS px. */
export interface TagPlace {
  readonly slot: number;
  readonly dx: number;
  readonly dy: number;
}

/** Height of a tag in CSS px. */
export const tagHeight = 18;
const gapBelow = 7;
const gapAbove = 5;

/** Costs: a face is never covered if that can be helped, another tag hardly, a body rather. */
const faceCost = 10;
const tagCost = 10;
const bodyCost = 1.2;
const slotCost = 6;
/** Worth this much to stay where the tag is. */
const stayBonus = 14;

/** Sizes of a figure in map pixels. */
const figure = { width: 20, head: 21, headTop: 49, body: 29, top: 55 } as const;

/**
 * Places name tags: below the feet where they fit, else above the head, else a little aside. Front people choose first.
 * Cost grows with the square of the crowd, so call it with those on the screen only.
 * @param scale CSS px per map pixel
 */
export function placeTags(wishes: readonly TagWish[], scale: number): ReadonlyMap<number, TagPlace> {
  const figures = wishes.map((wish) => ({ entity: wish.entity, ...figureBoxes(wish.feet, scale) }));
  const taken: Box[] = [];
  const places = new Map<number, TagPlace>();
  for (const wish of [...wishes].sort((a, b) => b.feet.y - a.feet.y || a.entity - b.entity)) {
    const best = slotsOf(wish, scale)
      .map((place) => ({ place, cost: costOf(wish, place, figures, taken) }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(boxOf(wish, best.place));
    places.set(wish.entity, best.place);
  }
  return places;
}

interface FigureBoxes {
  readonly entity: number;
  readonly head: Box;
  readonly body: Box;
}

function figureBoxes(
  feet: { readonly x: number; readonly y: number },
  scale: number,
): Omit<FigureBoxes, 'entity'> {
  const width = figure.width * scale;
  const x = feet.x - width / 2;
  return {
    head: { x, y: feet.y - figure.headTop * scale, width, height: figure.head * scale },
    body: { x, y: feet.y - figure.body * scale, width, height: (figure.body + 1) * scale },
  };
}

function slotsOf(wish: TagWish, scale: number): readonly TagPlace[] {
  const middle = -wish.width / 2;
  const below = gapBelow;
  const above = -figure.top * scale - gapAbove - tagHeight + gapAbove;
  const aside = wish.width * 0.4;
  const offsets = [
    [middle, below],
    [middle, above],
    [middle - aside, below],
    [middle + aside, below],
    [middle - aside, above],
    [middle + aside, above],
  ] as const;
  return offsets.map(([dx, dy], slot) => ({ slot, dx, dy }));
}

function boxOf(wish: TagWish, place: TagPlace): Box {
  return { x: wish.feet.x + place.dx, y: wish.feet.y + place.dy, width: wish.width, height: tagHeight };
}

function costOf(
  wish: TagWish,
  place: TagPlace,
  figures: readonly FigureBoxes[],
  taken: readonly Box[],
): number {
  const box = boxOf(wish, place);
  const roomy = { x: box.x - 3, y: box.y - 2, width: box.width + 6, height: box.height + 4 };
  let cost = place.slot * slotCost - (place.slot === wish.lastSlot ? stayBonus : 0);
  for (const other of figures) {
    cost += overlapArea(roomy, other.head) * faceCost;
    if (other.entity !== wish.entity) cost += overlapArea(box, other.body) * bodyCost;
  }
  for (const tag of taken) cost += overlapArea(roomy, tag) * tagCost;
  return cost;
}
