'use client';

import type { ChatState } from '#lib/client/chat/ChatState.ts';
import { useLeaveGuard } from '../useLeaveGuard.ts';
import { useSelected } from '../useSelected.ts';
import { useChatStore } from './ChatContext.ts';

/** Files on their way up live in the page only: with it they are lost. */
const hasUploads = ({ outgoing }: ChatState) =>
  outgoing.some(({ file, status }) => file !== null && file.id === null && !isGivenUp(status));

const isGivenUp = (status: ChatState['outgoing'][number]['status']) =>
  status.kind === 'failed' && status.retryAtMs === null;

/** Lets the browser ask before the page is closed while files are being uploaded. */
export function useUploadGuard(): void {
  useLeaveGuard(useSelected(useChatStore(), hasUploads));
}
