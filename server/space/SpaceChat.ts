import type { ChatService, RoomCallDesk } from '../chat/ports.ts';

/** The part of the chat that spaces need: who may be in a room's call, and whom to tell who stands together. */
export interface SpaceChat extends RoomCallDesk, Pick<ChatService, 'bubblesChanged'> {}
