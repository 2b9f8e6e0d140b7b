import type { Metadata } from 'next';
import { ChatPage } from '#components/chat/page/ChatPage.tsx';
import { SpaceEntrance } from '#components/door/SpaceEntrance.tsx';
import { chatPath, messagePath } from '#hooks/chat/rooms/chatPath.ts';
import { doorVisitorOf } from '#hooks/places/doorVisitor.ts';
import { idSchema } from '#lib/protocol/common.ts';
import { pageContext, translator } from '../../../_server/page.ts';
import { findSpace, requireSpace, requireViewer, subjectOf } from '../../../_server/spaces.ts';
import { Words } from '../../../_server/Words.tsx';

interface ChatPageProps {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: ChatPageProps): Promise<Metadata> {
  const space = await findSpace((await params).space);
  const context = await pageContext();
  if (space === null) return {};
  const page = translator(context, 'chat')('room.pageTitle', { space: space.name });
  return { title: translator(context, 'header')('title', { page }) };
}

/** The chat of a space without its map. Who may not come in finds the same doors as before the map. */
export default async function SpaceChatPage({ params, searchParams }: ChatPageProps) {
  const key = (await params).space;
  const { room, message } = await searchParams;
  const roomId = idOf(room);
  const messageId = idOf(message);
  const viewer = await requireViewer(addressOf(key, roomId, messageId));
  const space = await requireSpace(key);
  return (
    <Words of="chat">
      <SpaceEntrance key={space.id} space={space} visitor={doorVisitorOf(viewer)}>
        <ChatPage
          spaceId={space.id}
          slug={space.slug}
          spaceName={space.name}
          selfId={viewer.id}
          subject={subjectOf(viewer, space)}
          roomId={roomId}
          messageId={messageId}
        />
      </SpaceEntrance>
    </Words>
  );
}

/** What is no id is no place in the chat, and is left out. */
function idOf(value: string | string[] | undefined): string | null {
  const id = idSchema.safeParse(value);
  return id.success ? id.data : null;
}

function addressOf(key: string, roomId: string | null, messageId: string | null): string {
  if (roomId === null) return chatPath(key);
  return messageId === null ? chatPath(key, roomId) : messagePath(key, roomId, messageId);
}
