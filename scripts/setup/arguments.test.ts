import { describe, expect, test } from 'vitest';
import { parseStartArguments, parseTestArguments } from './arguments.mjs';
import { SetupFailure } from './failure.mjs';

describe('parseStartArguments', () => {
  test('knows --dev and --lan, in any order', () => {
    expect(parseStartArguments([])).toEqual({ dev: false, lan: false });
    expect(parseStartArguments(['--lan', '--dev'])).toEqual({ dev: true, lan: true });
  });

  test('says what it does not know', () => {
    expect(() => parseStartArguments(['--port=80'])).toThrow(SetupFailure);
    expect(() => parseStartArguments(['--port=80'])).toThrow('--port=80');
  });
});

describe('parseTestArguments', () => {
  test.each([
    [[], { suite: 'all', filter: undefined }],
    [['unit'], { suite: 'unit', filter: undefined }],
    [['unit', 'proximity'], { suite: 'unit', filter: 'proximity' }],
    [['e2e', 'two', 'people'], { suite: 'e2e', filter: 'two people' }],
    [['proximity'], { suite: 'all', filter: 'proximity' }],
    [['long', 'long'], { suite: 'long', filter: 'long' }],
  ])('%j', (args, parsed) => {
    expect(parseTestArguments(args)).toEqual(parsed);
  });
});
