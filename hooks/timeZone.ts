/** Cookie that keeps the browser's time zone, so that the server's first answer already shows its times. */
export const zoneCookie = 'vicinity-zone';

/** A time zone that this machine knows, or null. */
export function knownZone(name: string | undefined): string | null {
  if (name === undefined || name === '' || name.length > 64) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
