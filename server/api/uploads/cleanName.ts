import { visibleSign } from '#lib/protocol/common.ts';
import { endingsOf } from './types.ts';

/** Longest name of a file, in UTF-16 units. */
const lengthMost = 120;

/** Longest ending that is kept when a name is cut. */
const endingLengthMost = 12;

/** Control and direction signs, halves of characters, line ends; the two joiners stay, as in people's names. */
const unwanted = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The ending with its dot, or nothing. */
function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  const ending = at <= 0 ? '' : name.slice(at);
  return ending.length <= endingLengthMost + 1 ? ending : '';
}

/** Cuts between characters. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

const mediaEndings: ReadonlySet<string> = new Set(Object.values(endingsOf).flat());

/** Puts the ending of its type on the name of an image or a recording, in the place of one of another such type. */
function withTrueEnding(name: string, type: string): { stem: string; ending: string } {
  const ending = endingOf(name);
  const said = ending.slice(1).toLowerCase();
  const stem = name.slice(0, name.length - ending.length);
  const fitting = endingsOf[type];
  if (fitting === undefined || fitting.includes(said)) return { stem, ending };
  return { stem: mediaEndings.has(said) ? stem : name, ending: `.${fitting[0] ?? ''}` };
}

/**
 * A file's name as it is kept and shown: no folders, no signs that are not seen, at most 120 units, its ending kept.
 * What is left without a name is called `file`.
 */
export function cleanName(given: string, type: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const seen = last.replaceAll(unwanted, '').normalize('NFC').replaceAll(/\s+/g, ' ');
  const trimmed = seen.trim().replace(/[. ]+$/, '');
  const { stem, ending } = withTrueEnding(visibleSign.test(trimmed) ? trimmed : 'file', type);
  return cut(stem, lengthMost - ending.length) + ending;
}
