import { snapped } from './camera.ts';
import type { DrawnPerson } from './DrawnPerson.ts';
import { createTagElement, type TagElement, type TagLabels } from './tagElement.ts';
import { placeTags, type TagPlace } from './tagPlacement.ts';
import { tagStyle } from './tagStyle.ts';

/** The map's place on the screen in CSS px: `screen = map × scale + offset`. */
export interface Projection {
  readonly scale: number;
  readonly offset: { readonly x: number; readonly y: number };
  readonly dpr: number;
  readonly width: number;
  readonly height: number;
}

/** Name tags: text of the page, so they are crisp at any size and in any script. */
export interface TagLayer {
  setSpeaking(userIds: ReadonlySet<string>): void;
  /** Puts tags at their people; true while one still slides to a new place beside its person. */
  update(people: readonly DrawnPerson[], projection: Projection, elapsedMs: number): boolean;
  destroy(): void;
}

interface Tag {
  readonly element: TagElement;
  slot: number | null;
  dx: number;
  dy: number;
}

/** How fast a tag slides to another place, in ms for 63 % of the way. */
const slideMs = 60;
/** People this far outside the view, in CSS px, keep their tag. */
const marginPx = 96;

export function createTagLayer(host: HTMLElement, labels: TagLabels): TagLayer {
  const layer = document.createElement('div');
  layer.setAttribute('aria-hidden', 'true');
  layer.dataset.layer = 'tags';
  const root = layer.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tagStyle);
  root.adoptedStyleSheets = [sheet];
  const world = document.createElement('div');
  world.className = 'world';
  root.append(world);
  host.append(layer);
  const tags = new Map<number, Tag>();
  let speaking: ReadonlySet<string> = new Set();

  function tagOf(person: DrawnPerson): Tag {
    const known = tags.get(person.entity);
    if (known !== undefined) return known;
    const element = createTagElement(labels);
    const tag: Tag = { element, slot: null, dx: 0, dy: 0 };
    tags.set(person.entity, tag);
    world.append(element.element);
    return tag;
  }

  function dropUnseen(seen: readonly DrawnPerson[]): void {
    const entities = new Set(seen.map((person) => person.entity));
    for (const [entity, tag] of tags) {
      if (entities.has(entity)) continue;
      tag.element.element.remove();
      tags.delete(entity);
    }
  }

  return {
    setSpeaking(userIds) {
      speaking = userIds;
    },
    update(people, projection, elapsedMs) {
      const seen = people.filter((person) => isNearView(person, projection));
      dropUnseen(seen);
      for (const person of seen) tagOf(person).element.show(person, speaking.has(person.userId));
      const wishes = seen.map((person) => {
        const tag = tagOf(person);
        const feet = { x: person.feet.x * projection.scale, y: person.feet.y * projection.scale };
        return { entity: person.entity, feet, width: tag.element.width(), lastSlot: tag.slot };
      });
      const places = placeTags(wishes, projection.scale);
      let isSliding = false;
      for (const wish of wishes) {
        const place = places.get(wish.entity);
        const tag = tags.get(wish.entity);
        if (place === undefined || tag === undefined) continue;
        isSliding = slide(tag, place, elapsedMs) || isSliding;
        const x = wish.feet.x + projection.offset.x + tag.dx;
        const y = wish.feet.y + projection.offset.y + tag.dy;
        tag.element.moveTo(snapped(x, projection.dpr), snapped(y, projection.dpr));
      }
      return isSliding;
    },
    destroy() {
      layer.remove();
    },
  };
}

function isNearView(person: DrawnPerson, projection: Projection): boolean {
  const x = person.feet.x * projection.scale + projection.offset.x;
  const y = person.feet.y * projection.scale + projection.offset.y;
  return (
    x > -marginPx && x < projection.width + marginPx && y > -marginPx && y < projection.height + marginPx * 2
  );
}

/** Moves a tag's offset towards its place; a new tag is there at once. */
function slide(tag: Tag, place: TagPlace, elapsedMs: number): boolean {
  const isNew = tag.slot === null;
  tag.slot = place.slot;
  const distance = Math.hypot(place.dx - tag.dx, place.dy - tag.dy);
  if (isNew || distance < 0.5) {
    tag.dx = place.dx;
    tag.dy = place.dy;
    return false;
  }
  const share = 1 - Math.exp(-elapsedMs / slideMs);
  tag.dx += (place.dx - tag.dx) * share;
  tag.dy += (place.dy - tag.dy) * share;
  return true;
}
