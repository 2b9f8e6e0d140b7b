import { describe, expect, test } from 'vitest';
import { mentionsIn } from './mentions.ts';

const person = (name: string) => ({ userId: `id of ${name}`, name });
const named = (text: string, ...names: string[]) =>
  mentionsIn(text, names.map(person)).map(({ name }) => name);

describe('mentions', () => {
  test('who stands in the text with an @ is mentioned, whatever the case', () => {
    expect(named('Hello @anna and @BEN', 'Anna', 'Ben', 'Cora')).toEqual(['Anna', 'Ben']);
    expect(named('Hello Anna', 'Anna')).toEqual([]);
    expect(named('', 'Anna')).toEqual([]);
  });

  test('a longer word is somebody else', () => {
    expect(named('@Annabel', 'Anna')).toEqual([]);
    expect(named('@Anna, @Anna! @Anna', 'Anna')).toEqual(['Anna']);
  });

  test('a longer name does not name the one that it begins with, unless both are named', () => {
    expect(named('@Anna Lena is here', 'Anna', 'Anna Lena')).toEqual(['Anna Lena']);
    expect(named('@Anna Lena and @Anna', 'Anna', 'Anna Lena')).toEqual(['Anna', 'Anna Lena']);
    expect(named('@Anna waves', 'Anna', 'Anna Lena')).toEqual(['Anna']);
  });

  test('letters that are composed otherwise are the same', () => {
    expect(named('@Zoe\u0308', 'Zo\u00eb')).toEqual(['Zo\u00eb']);
    expect(named('@İpek', 'İpek')).toEqual(['İpek']);
  });

  test('nobody is mentioned twice, and empty names never', () => {
    expect(mentionsIn('@Anna', [person('Anna'), person('Anna')])).toHaveLength(1);
    expect(named('@', '')).toEqual([]);
  });
});
