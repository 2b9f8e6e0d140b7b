/** Bytes of a message. */
const messageBytes = 100;

/** A message of 100 bytes that says when it was sent, in ms. */
export const messageText = (sentMs: number): string =>
  `${sentMs.toFixed(3)} `.padEnd(messageBytes, 'lorem ipsum dolor sit amet ').slice(0, messageBytes);
