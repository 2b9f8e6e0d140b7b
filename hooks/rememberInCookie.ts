/** Days that a choice of looks or language is kept. */
const keptDays = 365;

/** Keeps a harmless choice in a cookie that the server reads too, so that its first answer already fits. */
export function rememberInCookie(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  const maxAgeS = keptDays * 24 * 60 * 60;
  // The Cookie Store API is asynchronous and missing on plain http; the next request must already carry the choice.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${maxAgeS}; samesite=lax${secure}`;
}
