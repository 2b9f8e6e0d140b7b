/** The page of a space's chat; with a room, that room. */
export function chatPath(slug: string, roomId?: string): string {
  const path = `/space/${encodeURIComponent(slug)}/chat`;
  return roomId === undefined ? path : `${path}?room=${encodeURIComponent(roomId)}`;
}

/** The page of a space's chat at one message. */
export const messagePath = (slug: string, roomId: string, messageId: string): string =>
  `${chatPath(slug, roomId)}&message=${encodeURIComponent(messageId)}`;
