import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the current link of a row that scrolls sideways in the row's middle. The page itself never moves for it. */
export function useCurrentInView<Row extends HTMLElement>(
  current: string | undefined,
): RefObject<Row | null> {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current link is looked for anew
  useEffect(() => {
    const link = row.current?.querySelector('[aria-current="page"]');
    if (row.current === null || !link) return;
    row.current.scrollLeft += middleOf(link) - middleOf(row.current);
  }, [current]);
  return row;
}

/** Distance of an element's middle from the window's left edge, in CSS px. */
function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
