import { describe, expect, it } from 'vitest';
import { allZones, zoneChoiceOf, zonesMatching } from './timeZones.ts';

describe('time zones', () => {
  it('are taken apart into place and region', () => {
    expect(zoneChoiceOf('America/Argentina/Buenos_Aires')).toEqual({
      id: 'America/Argentina/Buenos_Aires',
      place: 'Buenos Aires',
      region: 'America, Argentina',
    });
    expect(zoneChoiceOf('UTC')).toEqual({ id: 'UTC', place: 'UTC', region: '' });
  });

  it('are each there once, UTC too', () => {
    const ids = allZones().map(({ id }) => id);
    expect(ids).toContain('UTC');
    expect(ids).toContain('Europe/Berlin');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are found by any part of the name, in any case and order', () => {
    const zones = ['Europe/Berlin', 'America/Sao_Paulo', 'America/New_York', 'America/Berlin_Heights'].map(
      zoneChoiceOf,
    );
    const found = (query: string) => zonesMatching(zones, query).map(({ id }) => id);
    expect(found('são paulo')).toEqual(['America/Sao_Paulo']);
    expect(found('york america')).toEqual(['America/New_York']);
    expect(found('berlin')).toEqual(['Europe/Berlin', 'America/Berlin_Heights']);
    expect(found('  ')).toHaveLength(4);
    expect(found('atlantis')).toEqual([]);
  });

  it('whose place begins with the query come first', () => {
    const zones = ['Asia/Ho_Chi_Minh', 'America/Chicago'].map(zoneChoiceOf);
    expect(zonesMatching(zones, 'chi').map(({ place }) => place)).toEqual(['Chicago', 'Ho Chi Minh']);
  });
});
