import type { Palette } from '../palette.ts';
import { rect, shape, svgFile } from '../svg.ts';
import { skinOf } from './arms.ts';
import { head } from './head.ts';
import type { Look } from './look.ts';

const VIEW = { x: -14, y: -15.4, width: 28, height: 28 };
/** Pixels to a unit: lists show faces at 20 to 40 pixels. */
const ZOOM = 4;

/** A face with shoulders, square, for lists. */
export function faceSvg(c: Palette, look: Look, backdrop: string): string {
  const art =
    rect(VIEW.x, VIEW.y - 1, VIEW.width, VIEW.height + 2, backdrop) +
    shape('M-12 15C-12 10 -6 8.4 0 8.4C6 8.4 12 10 12 15Z', c.cloths[look.top].base) +
    rect(-2.6, 5, 5.2, 6, skinOf(c, look).shade, 2.4) +
    head(c, look, 'down', { large: true });
  return svgFile(VIEW, art, ZOOM);
}
