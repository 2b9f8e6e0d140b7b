/** Whether two plain objects have the same values under the same keys (one level deep). */
export function isSameShape<Shape extends object>(a: Shape, b: Shape): boolean {
  const keys = Object.keys(a) as (keyof Shape)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** Whether two lists have alike members in the same order. */
export function isSameList<Item extends object>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => isSameShape(item, b[index] ?? {}));
}
