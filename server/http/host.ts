/** A name or an address, with or without a port, and nothing else. */
const hostPattern = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Whether this can stand in the `Host` header: links are made of it. */
export const isHost = (text: string): boolean => hostPattern.test(text) && URL.canParse(`http://${text}`);
