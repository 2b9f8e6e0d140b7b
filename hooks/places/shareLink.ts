/** Whether this browser can hand a link to other programs of the machine. Ask in the browser only. */
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Hands a link to other programs. Closing the system's window again is no failure. */
export async function shareLink(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
