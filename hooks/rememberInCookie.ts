/** Days that a choice of looks or language is kept. */
const keptDays = 365;

/** Keeps a harmless choice in a cookie that the server reads too, so that its first answer already fits. */
export function rememberInCookie(name: string, value: string): void {
  writeCookie(name, encodeURIComponent(value), keptDays * 24 * 60 * 60);
}

/** Forgets such a choice. */
export function forgetCookie(name: string): void {
  writeCookie(name, '', 0);
}

function writeCookie(name: string, value: string, maxAgeS: number): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // The Cookie Store API is asynchronous and missing on plain http; the next request must already carry the choice.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${name}=${value}; path=/; max-age=${maxAgeS}; samesite=lax${secure}`;
}
