import { distanceTiles, isSameTile, type Tile } from './geometry.ts';
import { type Grid, isFree, step } from './grid.ts';

const neighbours: readonly Tile[] = [
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: -1 },
];

interface Node extends Tile {
  readonly index: number;
  /** Steps from the start. */
  readonly steps: number;
  /** Steps so far and at least still to go. */
  readonly total: number;
  /** How far off the straight line to the goal: among equally short ways the straightest looks best. */
  readonly bend: number;
}

/**
 * The shortest walk in steps of `step` from one tile to another (A*; every step, straight or diagonal, costs the same
 * time). The start is not part of the answer, the goal is its last tile; an empty answer means being there already.
 * @returns null when there is no way
 */
export function findPath(grid: Grid, from: Tile, to: Tile): readonly Tile[] | null {
  return search(grid, from, to, 0);
}

/**
 * As `findPath`, to the reachable tile nearest to `to` when `to` itself cannot be reached, as long as that is within
 * `withinTiles` of it: a click on a table leads beside the table.
 */
export function findPathNear(grid: Grid, from: Tile, to: Tile, withinTiles: number): readonly Tile[] | null {
  return search(grid, from, to, withinTiles);
}

function search(grid: Grid, from: Tile, to: Tile, withinTiles: number): readonly Tile[] | null {
  if (isSameTile(from, to)) return [];
  if (withinTiles === 0 && !isFree(grid, to)) return null;
  const known: Known = { stepsTo: new Map(), cameFrom: new Map() };
  const open = createHeap();
  const start = nodeOf(grid, from, to, from, 0);
  let best = start;
  known.stepsTo.set(start.index, 0);
  open.push(start);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isNearer(node, best, to)) best = node;
    if (isSameTile(node, to)) break;
    for (const next of shorterWays(grid, node, known))
      open.push(nodeOf(grid, next, to, from, node.steps + 1));
  }
  return distanceTiles(best, to) <= withinTiles ? wayTo(grid, known.cameFrom, best.index) : null;
}

/** What the search has found so far, by index of the tile. */
interface Known {
  readonly stepsTo: Map<number, number>;
  readonly cameFrom: Map<number, number>;
}

/** The neighbours that are reached over `node` in fewer steps than known; notes them. */
function shorterWays(grid: Grid, node: Node, { stepsTo, cameFrom }: Known): readonly Tile[] {
  return walkable(grid, node).filter((next) => {
    const index = next.y * grid.widthTiles + next.x;
    if (node.steps + 1 >= (stepsTo.get(index) ?? Number.POSITIVE_INFINITY)) return false;
    stepsTo.set(index, node.steps + 1);
    cameFrom.set(index, node.index);
    return true;
  });
}

function isNearer(node: Node, best: Node, to: Tile): boolean {
  const difference = distanceTiles(node, to) - distanceTiles(best, to);
  return difference < 0 || (difference === 0 && straightness(node, to) < straightness(best, to));
}

function straightness(tile: Tile, to: Tile): number {
  return Math.abs(tile.x - to.x) + Math.abs(tile.y - to.y);
}

function nodeOf(grid: Grid, tile: Tile, to: Tile, from: Tile, steps: number): Node {
  const cross = (tile.x - to.x) * (from.y - to.y) - (from.x - to.x) * (tile.y - to.y);
  return {
    x: tile.x,
    y: tile.y,
    index: tile.y * grid.widthTiles + tile.x,
    steps,
    total: steps + distanceTiles(tile, to),
    bend: Math.abs(cross),
  };
}

function walkable(grid: Grid, tile: Tile): readonly Tile[] {
  const stance = { x: tile.x, y: tile.y, facing: 'down' } as const;
  return neighbours
    .map((offset) => ({ x: tile.x + offset.x, y: tile.y + offset.y }))
    .filter((next) => step(grid, stance, next).ok);
}

function wayTo(grid: Grid, cameFrom: ReadonlyMap<number, number>, goal: number): readonly Tile[] {
  const way: Tile[] = [];
  for (let index: number | undefined = goal; index !== undefined; index = cameFrom.get(index)) {
    way.push({ x: index % grid.widthTiles, y: Math.floor(index / grid.widthTiles) });
  }
  return way.reverse().slice(1);
}

interface Heap {
  push(node: Node): void;
  pop(): Node | undefined;
}

/** A binary heap, the most promising node first. */
function createHeap(): Heap {
  const nodes: Node[] = [];
  return {
    push(node) {
      nodes.push(node);
      siftUp(nodes, nodes.length - 1);
    },
    pop() {
      const first = nodes[0];
      const last = nodes.pop();
      if (first === undefined || last === undefined || nodes.length === 0) return first;
      nodes[0] = last;
      siftDown(nodes, 0);
      return first;
    },
  };
}

function isBefore(a: Node | undefined, b: Node | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.total < b.total || (a.total === b.total && a.bend < b.bend);
}

function siftUp(nodes: Node[], start: number): void {
  let index = start;
  while (index > 0) {
    const parent = Math.floor((index - 1) / 2);
    if (!isBefore(nodes[index], nodes[parent])) return;
    swap(nodes, index, parent);
    index = parent;
  }
}

function siftDown(nodes: Node[], start: number): void {
  let index = start;
  for (;;) {
    const left = index * 2 + 1;
    const child = isBefore(nodes[left + 1], nodes[left]) ? left + 1 : left;
    if (!isBefore(nodes[child], nodes[index])) return;
    swap(nodes, index, child);
    index = child;
  }
}

function swap(nodes: Node[], i: number, j: number): void {
  const a = nodes[i];
  const b = nodes[j];
  if (a === undefined || b === undefined) return;
  nodes[i] = b;
  nodes[j] = a;
}
