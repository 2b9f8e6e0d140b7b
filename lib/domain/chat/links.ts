/** What is told of a link without asking anybody: where it leads, and nothing that its author could have made up. */
export interface LinkPreview {
  /** The address as it is opened. */
  readonly href: string;
  /** Name of the host; one that mixes scripts is written in its plain form (`xn--…`). */
  readonly host: string;
  /** Path with query, shortened; empty for a host's first page. */
  readonly path: string;
  /** False for `http`, which anybody on the way can read. */
  readonly isSecure: boolean;
}

/** Longest path that a preview shows, in characters. */
const pathMost = 60;

/** Links of one message that get a preview. */
export const previewsMost = 3;

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Directions, marks and signs without a picture that may not stand in an address. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]/u;

/** The address as it may be opened, or null: only `http`, `https` and `mailto`, absolute, without hidden signs. */
export function safeHref(address: string): string | null {
  if (unseen.test(address.trim())) return null;
  const url = urlOf(address.trim());
  return url !== null && schemes.has(url.protocol) ? url.href : null;
}

/** What is shown of a web address; null for what is none. A name before an `@` is never taken for the host. */
export function previewOf(address: string): LinkPreview | null {
  const href = safeHref(address);
  const url = href === null ? null : urlOf(href);
  if (url === null || href === null || url.protocol === 'mailto:') return null;
  const path = url.pathname === '/' && url.search === '' ? '' : shortened(url.pathname + url.search);
  const port = url.port === '' ? '' : `:${url.port}`;
  return { href, host: readableHost(url.hostname) + port, path, isSecure: url.protocol === 'https:' };
}

const webAddress = /\bhttps?:\/\/[^\s<>"'`|\\^{}\p{Cc}\p{Cf}]+/giu;

/** Web addresses that stand in a text, each once, in their order; signs that end a sentence do not belong to them. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(webAddress)].map(([address]) => trimmed(address));
  return [...new Set(found)].filter((address) => previewOf(address) !== null);
}

/** Without full stops, commas and closing brackets that were not opened in it. */
function trimmed(address: string): string {
  const bare = address.replace(/[.,:;!?*_~]+$/u, '');
  if (bare.endsWith(')') && !bare.includes('(')) return trimmed(bare.slice(0, -1));
  if (bare.endsWith(']') && !bare.includes('[')) return trimmed(bare.slice(0, -1));
  return bare === address ? bare : trimmed(bare);
}

function urlOf(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** Escapes stay escapes: decoded ones could hold signs that turn the line around. */
function shortened(path: string): string {
  return path.length > pathMost ? `${path.slice(0, pathMost - 1)}…` : path;
}

/** Letters of western alphabets that look like no other letter. */
const latin = /^[-.0-9a-zà-öø-ÿāăąćčďđēęěğģīķļľłńņňōőřśşšťţūůűŵŷźżž]+$/u;
/** Scripts that nobody takes for Latin, beside which a Latin ending may stand. */
const apart = /^[-.0-9a-z\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}]+$/u;

/** A host in its own letters where no letter can pass for another one, else in the plain form that resolvers use. */
function readableHost(host: string): string {
  if (!host.includes('xn--')) return host;
  const labels = host.split('.').map((label) => (label.startsWith('xn--') ? decoded(label.slice(4)) : label));
  if (labels.includes(null)) return host;
  const written = labels.join('.');
  return latin.test(written) || apart.test(written) ? written : host;
}

/** One label of a name from its plain form (RFC 3492, section 6.2; its names and numbers); null when it is broken. */
function decoded(label: string): string | null {
  const split = label.lastIndexOf('-');
  const output = split === -1 ? [] : [...label.slice(0, split)].map((sign) => sign.charCodeAt(0));
  const digits = [...label.slice(split + 1)].map(digitOf);
  let [n, i, bias, isFirst] = [128, 0, 72, true];
  while (digits.length > 0) {
    const delta = numberOf(digits, bias);
    if (delta === null) return null;
    i += delta;
    bias = adapted(delta, output.length + 1, isFirst);
    isFirst = false;
    n += Math.floor(i / (output.length + 1));
    i %= output.length + 1;
    if (n > 0x10ffff) return null;
    output.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...output);
}

/** RFC 3492 counts letters first, `parseInt` figures. `NaN` for other signs. */
function digitOf(sign: string): number {
  const value = Number.parseInt(sign, 36);
  return value < 10 ? value + 26 : value - 10;
}

/** Takes one number of several digits from the front; null when it does not end. */
function numberOf(digits: number[], bias: number): number | null {
  let sum = 0;
  for (let weight = 1, k = 36; ; k += 36) {
    const digit = digits.shift();
    if (digit === undefined || Number.isNaN(digit)) return null;
    sum += digit * weight;
    const threshold = Math.min(26, Math.max(1, k - bias));
    if (digit < threshold) return sum;
    weight *= 36 - threshold;
  }
}

/** RFC 3492, section 6.1. */
function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
