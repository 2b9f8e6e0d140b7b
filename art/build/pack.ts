export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Packing extends Size {
  /** One spot per size, in the order given. */
  readonly spots: readonly Spot[];
}

/** Places rectangles on shelves, tallest first, `gap` apart. The same sizes always get the same spots. */
export function packOnShelves(sizes: readonly Size[], width: number, gap: number): Packing {
  const order = sizes
    .map((size, index) => ({ size, index }))
    .sort((a, b) => b.size.height - a.size.height || b.size.width - a.size.width || a.index - b.index);
  const spots: Spot[] = sizes.map(() => ({ x: 0, y: 0 }));
  let x = gap;
  let y = gap;
  let shelf = 0;
  for (const { size, index } of order) {
    if (x + size.width + gap > width) {
      x = gap;
      y += shelf + gap;
      shelf = 0;
    }
    spots[index] = { x, y };
    x += size.width + gap;
    shelf = Math.max(shelf, size.height);
  }
  return { width, height: y + shelf + gap, spots };
}
