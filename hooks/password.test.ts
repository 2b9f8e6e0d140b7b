import { describe, expect, it } from 'vitest';
import { judgePassword } from './passwordJudge.ts';
import { knownWords } from './passwordWords.ts';

describe('the strength of a password', () => {
  it('is low for what everybody guesses first', () => {
    expect(judgePassword('password12', [])).toBeLessThan(2);
    expect(judgePassword('qwertyuiop', [])).toBeLessThan(2);
  });

  it('is high for words that do not belong together', () => {
    expect(judgePassword('lamp ocean seven walrus', [])).toBe(4);
  });

  it('falls when it is made of what others know of the person', () => {
    const password = 'MiraVossHarbour';
    const known = knownWords('Mira Voss', 'mira@harbour.example');
    expect(judgePassword(password, known)).toBeLessThan(judgePassword(password, []));
  });

  it('is judged quickly for the longest password', () => {
    expect(judgePassword('aB3$ xyzzy '.repeat(18), [])).toBeGreaterThan(2);
  });
});

describe('words that others know', () => {
  it('are names and addresses, taken apart, without what is too short to matter', () => {
    expect(knownWords('Mira de Voss', 'mira@harbour.example', undefined)).toEqual([
      'vicinity',
      'Mira',
      'Voss',
      'mira',
      'harbour',
      'example',
    ]);
  });
});
