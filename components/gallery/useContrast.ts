'use client';

import { type RefObject, useEffect, useState } from 'react';
import { contrastOf, over, type Rgba } from './contrast.ts';

/** A picture of one point: browsers turn any colour they know into the bytes of its only pixel. */
function pixelOf(colour: string): Rgba | null {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return { r, g, b, a: a / 255 };
}

/**
 * The contrast between text and ground of an element, as the browser computes them now; null until that is known.
 *
 * @param look changes whenever the colours do
 */
export function useContrast(element: RefObject<HTMLElement | null>, look: string): number | null {
  const [contrast, setContrast] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew when the look changes
  useEffect(() => {
    if (element.current === null) return;
    const { color, backgroundColor } = getComputedStyle(element.current);
    const text = pixelOf(color);
    const ground = pixelOf(backgroundColor);
    const paper = pixelOf(getComputedStyle(document.documentElement).backgroundColor);
    if (text === null || ground === null || paper === null) return;
    setContrast(contrastOf(text, over(ground, paper)));
  }, [element, look]);
  return contrast;
}
