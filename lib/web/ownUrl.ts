/** Where to go on: the wanted address if it is a page of ours, else the first page. */
export function ownUrl(wanted: string, origin: string): string {
  const url = URL.parse(wanted, origin);
  return url !== null && url.username === '' && url.href.startsWith(`${origin}/`) ? url.href : origin;
}
