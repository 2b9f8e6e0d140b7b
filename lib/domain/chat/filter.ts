/** A term that the chat of a space refuses, or takes and puts into the moderators' queue. */
export interface FilterTerm {
  readonly term: string;
  readonly action: 'refuse' | 'review';
}

/** Letters of other scripts that look like Latin ones (Unicode UTS #39, the part that is used to slip past filters). */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ ѕ: 's', і: 'i', ј: 'j', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l' },
  ...{ α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', σ: 's', ς: 's', τ: 't', υ: 'u' },
  ...{ χ: 'x', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe' },
};

/** Signs that are drawn as nothing: format signs, fillers and selectors, the blank Braille pattern. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Marks that any letter may carry; those of Japanese voice a sign and stay. */
const accents = /(?![\u3099\u309a])[\p{Script=Inherited}\u0483-\u0489]/gu;

/** A text as the filter compares it: no case, accents, invisible signs or look-alikes; one space between words. */
export function foldForFilter(text: string): string {
  const plain = text.normalize('NFKD').replace(invisible, '').toLowerCase().replace(accents, '');
  return plain
    .replace(/\P{ASCII}/gu, (sign) => lookAlikes[sign] ?? sign)
    .replace(/\s+/gu, ' ')
    .trim();
}

const wordSign = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that put no spaces between words: a term is met there anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const isWordSign = (sign: string | undefined): boolean =>
  sign !== undefined && wordSign.test(sign) && !unspaced.test(sign);

/** The code point that ends before an index; halves of pairs are never looked at. */
const signBefore = (text: string, index: number): string | undefined =>
  [...text.slice(Math.max(0, index - 2), index)].at(-1);
const signAt = (text: string, index: number): string | undefined => {
  const point = text.codePointAt(index);
  return point === undefined ? undefined : String.fromCodePoint(point);
};

/** Whether a folded term stands in a folded text as words of its own: `ass` is not met in `class`. */
function contains(text: string, term: string): boolean {
  const opens = isWordSign(signAt(term, 0));
  const closes = isWordSign(signBefore(term, term.length));
  for (let from = text.indexOf(term); from !== -1; from = text.indexOf(term, from + 1)) {
    const end = from + term.length;
    const isCutBefore = opens && isWordSign(signBefore(text, from));
    const isCutAfter = closes && isWordSign(signAt(text, end));
    if (!isCutBefore && !isCutAfter) return true;
  }
  return false;
}

/** Terms as they were folded: a list is given for many messages. */
const foldedLists = new WeakMap<readonly FilterTerm[], { folded: string; term: FilterTerm }[]>();

function foldedOf(terms: readonly FilterTerm[]): { folded: string; term: FilterTerm }[] {
  const known = foldedLists.get(terms);
  if (known !== undefined) return known;
  const list = terms
    .map((term) => ({ folded: foldForFilter(term.term), term }))
    .filter(({ folded }) => folded !== '');
  foldedLists.set(terms, list);
  return list;
}

/**
 * The term that a text meets; of several, one that refuses comes first. `null`: none. The list is folded once and must
 * not be changed in place.
 */
export function matchTerm(content: string, terms: readonly FilterTerm[]): FilterTerm | null {
  if (terms.length === 0) return null;
  const text = foldForFilter(content);
  const met = foldedOf(terms).filter(({ folded }) => contains(text, folded));
  return (met.find(({ term }) => term.action === 'refuse') ?? met[0])?.term ?? null;
}
