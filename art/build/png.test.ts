import { describe, expect, it } from 'vitest';
import { svgFile } from '../svg.ts';
import { encodeOpaquePng } from './png.ts';
import { rasterize } from './raster.ts';

describe('encodeOpaquePng', () => {
  it('writes what another program reads', () => {
    const pixels = Uint8Array.from([255, 0, 0, 255, 0, 128, 0, 255, 3, 2, 1, 255, 250, 251, 252, 255]);
    const href = `data:image/png;base64,${Buffer.from(encodeOpaquePng({ width: 2, height: 2, pixels })).toString('base64')}`;
    const image = `<image width="2" height="2" href="${href}" image-rendering="optimizeSpeed"/>`;
    const read = rasterize(svgFile({ x: 0, y: 0, width: 2, height: 2 }, image));
    expect([...read.pixels]).toEqual([...pixels]);
  });
});
