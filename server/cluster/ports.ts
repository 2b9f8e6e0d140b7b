/** Remembers which tickets were used, until they would have expired anyway. */
export interface TicketLedger {
  /** True for the first caller with this id, false for every later one. `expiresAtMs` is Unix time in ms. */
  claim(ticketId: string, expiresAtMs: number): Promise<boolean>;
}

/** Effects of the web part on live people, and its questions about them. */
export interface ControlPort {
  /** How many people and who is in a space now; at most `limit` names. */
  presence(spaceId: string, limit: number): Promise<{ count: number; names: string[] }>;
}
