import type { ChatFileRepository, ChatLogRepository, Store } from '../persistence/ports.ts';

/** Messages read at once. */
const pageSize = 500;

type WrittenMessage = Awaited<ReturnType<ChatLogRepository['writtenBy']>>['items'][number];

/** Everything that somebody wrote in chats, oldest first, as it stands now: of deleted messages only when. */
async function messagesOf(chatLog: Store['chatLog'], userId: string): Promise<object[]> {
  const messages: object[] = [];
  for (let after: string | null = null; ; ) {
    const page = await chatLog.writtenBy(userId, { limit: pageSize, after });
    messages.push(...page.items.map(writtenView));
    if (page.next === null) return messages;
    after = page.next;
  }
}

/** The words of others that a message answers, and who reacted to it, are theirs. */
function writtenView({ id, roomId, at, type, content, file, replyTo, editedAt, deletedAt }: WrittenMessage) {
  return { id, roomId, at, type, content, fileId: file?.id ?? null, replyTo, editedAt, deletedAt };
}

type OwnFile = Awaited<ReturnType<ChatFileRepository['uploadedBy']>>[number];

const fileView = ({ id, roomId, name, type, sizeBytes, createdAt }: OwnFile, origin: string) => ({
  id,
  roomId,
  name,
  type,
  sizeBytes,
  createdAt,
  /** Opened with the same session as this document. */
  address: `${origin}/api/v1/files/${id}`,
});

/**
 * Everything that is stored about somebody, as one JSON value: their account, what they wrote in chats, and where the
 * files that they uploaded can be fetched.
 *
 * @param origin under which the browser reaches the pages
 */
export async function ownData(
  { users, chatLog, chatFiles }: Pick<Store, 'users' | 'chatLog' | 'chatFiles'>,
  userId: string,
  origin: string,
): Promise<Record<string, unknown>> {
  const [stored, messages, files] = await Promise.all([
    users.exportOf(userId),
    messagesOf(chatLog, userId),
    chatFiles.uploadedBy(userId),
  ]);
  return { ...stored, messages, files: files.map((file) => fileView(file, origin)) };
}
