/**
 * Number of the wire protocol. A client states it in its ticket request and gets the server's number back; when the two
 * differ the page asks for a reload instead of speaking a language the other end no longer knows.
 */
export const PROTOCOL_VERSION = 1;
