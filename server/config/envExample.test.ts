import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envExample } from './envExample.ts';
import { settings } from './settings.ts';

describe('.env.example', () => {
  it('is what the settings describe', () => {
    expect(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')).toBe(envExample());
  });

  it.each(Object.entries(settings))('describes %s', (_name, setting) => {
    expect(setting.description).toMatch(/^.{10,}[.]$/s);
    expect(setting.fallbackText).not.toBe('');
  });

  it('holds no value', () => {
    const values = envExample()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('# ') && line !== '#');
    for (const line of values) expect(line).toMatch(/^#[A-Z_]+=$/);
  });
});
