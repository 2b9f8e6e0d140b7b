import { describe, expect, it } from 'vitest';
import { isMatch, matchingPeople } from './matchingPeople.ts';

const person = (name: string, id = name) => ({ id, name, cast: 'mira' });
const people = ['Tomás', 'Mira', 'Amir', 'Zoë'].map((name) => person(name));
const namesOf = (wanted: string, except: string[] = [], most = 10) =>
  matchingPeople(people, wanted, except, most).map(({ name }) => name);

describe('people who are looked for', () => {
  it.each([
    ['', ['Amir', 'Mira', 'Tomás', 'Zoë']],
    ['mir', ['Mira', 'Amir']],
    ['TOMAS', ['Tomás']],
    ['zoe ', ['Zoë']],
    ['x', []],
  ])('by %j are %j', (wanted, names) => expect(namesOf(wanted)).toEqual(names));

  it('stand once, without those who are left out, and not too many', () => {
    expect(matchingPeople([...people, person('Mira')], 'mira', [], 5)).toHaveLength(1);
    expect(namesOf('', ['Mira'], 2)).toEqual(['Amir', 'Tomás']);
  });
});

it.each([
  ['Über uns', 'uber', true],
  ['General', 'GEN', true],
  ['General', 'x', false],
])('%s and %s', (text, wanted, is) => expect(isMatch(text, wanted)).toBe(is));
