import { headers } from 'next/headers';

/** Shown when the request names no host that can be read. */
const someOrigin = 'https://vicinity.example';

const firstOf = (header: string | null): string | undefined => header?.split(',')[0]?.trim();

/** The address under which this page was asked for, for examples that can be copied. Never used to decide anything. */
export async function pageOrigin(): Promise<string> {
  const given = await headers();
  const host = firstOf(given.get('x-forwarded-host')) ?? given.get('host');
  const scheme = firstOf(given.get('x-forwarded-proto')) === 'https' ? 'https' : 'http';
  return URL.parse(`${scheme}://${host}`)?.origin ?? someOrigin;
}
