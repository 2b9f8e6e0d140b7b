import { RequestError } from '../session/RequestError.ts';
import type { ChatState } from './ChatState.ts';
import type { ChatStore } from './ChatStore.ts';
import { emptyChatState } from './emptyChatState.ts';

const state: ChatState = emptyChatState('');

const nothing = (): void => undefined;

const notYet = (): Promise<never> => Promise.reject(RequestError.offline('chat'));

/** Stands in while the chat's code is on its way: it shows that it connects, and takes nothing. */
export const pendingChat: ChatStore = {
  getState: () => state,
  subscribe: () => nothing,
  open: nothing,
  loadOlder: notYet,
  loadNewer: notYet,
  jumpTo: notYet,
  jumpToEnd: notYet,
  retryLoading: nothing,
  send: nothing,
  sendFile: nothing,
  retry: nothing,
  discard: nothing,
  edit: notYet,
  remove: notYet,
  react: notYet,
  pin: notYet,
  setDraft: nothing,
  noteTyping: nothing,
  takeRoom: nothing,
  forgetRoom: nothing,
  onNotice: () => nothing,
  close: nothing,
};
