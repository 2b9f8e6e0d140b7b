import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleZones, zoneOf, zoneSizeTiles } from './zones.ts';

const grid = { widthTiles: 200, heightTiles: 100 };
const arbitraryTile = fc.record({ x: fc.integer({ min: 0, max: 199 }), y: fc.integer({ min: 0, max: 99 }) });

describe('zones', () => {
  it('shows at least 32 tiles to the sides and 16 up and down, within the map', () => {
    fc.assert(
      fc.property(
        arbitraryTile,
        fc.integer({ min: -32, max: 32 }),
        fc.integer({ min: -16, max: 16 }),
        (me, dx, dy) => {
          const other = { x: Math.min(199, Math.max(0, me.x + dx)), y: Math.min(99, Math.max(0, me.y + dy)) };
          expect(visibleZones(me, grid)).toContain(zoneOf(other));
        },
      ),
    );
  });

  it('lists each zone once, ascending, and none outside the map', () => {
    fc.assert(
      fc.property(arbitraryTile, (me) => {
        const zones = visibleZones(me, grid);
        expect([...new Set(zones)].sort((a, b) => a - b)).toEqual(zones);
        expect(Math.max(...zones)).toBeLessThanOrEqual(zoneOf({ x: 199, y: 99 }));
      }),
    );
  });

  it('changes at the zone edge only', () => {
    expect(zoneOf({ x: zoneSizeTiles - 1, y: 0 })).toBe(zoneOf({ x: 0, y: 0 }));
    expect(zoneOf({ x: zoneSizeTiles, y: 0 })).not.toBe(zoneOf({ x: 0, y: 0 }));
  });
});
