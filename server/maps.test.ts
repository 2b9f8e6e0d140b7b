import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMapLoader } from './maps.ts';

const publicDir = join(mkdtempSync(join(tmpdir(), 'vicinity-maps-')), 'public');
mkdirSync(join(publicDir, 'maps'), { recursive: true });
writeFileSync(join(publicDir, '..', 'secret.tmj'), '{}');
writeFileSync(join(publicDir, 'maps', 'broken.tmj'), '{}');
const load = createMapLoader(publicDir);

describe('maps', () => {
  it('are read from the folder that browsers read them from', async () => {
    const map = await createMapLoader(join(import.meta.dirname, '../public'))('/maps/office.tmj');
    expect(map.width).toBeGreaterThan(0);
  });

  it.each([
    '/maps/../../secret.tmj',
    '/maps/..%2f..%2fsecret.tmj',
    '/maps/%2e%2e/secret.tmj',
    '/maps/./../../secret.tmj',
    '../secret.tmj',
    '/etc/passwd',
    '/maps/office.png',
    '/maps/nothing.tmj',
    'https://evil.example/maps/office.tmj',
    '/maps/\0office.tmj',
    '',
  ])('are not found at %j', async (path) => {
    await expect(load(path)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that are malformed are a bug of whoever put them there', async () => {
    await expect(load('/maps/broken.tmj')).rejects.toThrow();
  });
});
