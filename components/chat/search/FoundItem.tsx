'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { excerptOf } from '#hooks/chat/search/excerpt.ts';
import { useRoom } from '#hooks/chat/useChat.ts';
import { useMoment } from '#hooks/places/useMoment.ts';
import { plainText } from '#lib/client/chat/markdown.ts';
import { castFor } from '#lib/domain/cast.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { useRoomName } from '../timeline/useRoomName.ts';

/** How long an excerpt is, in signs. */
const excerptMost = 180;

interface FoundItemProps {
  message: Message;
  /** As the server knows it; a direct room has none. */
  roomName: string;
  author: PersonView | null;
  /** What was looked for. */
  words: string;
  onPick: () => void;
}

/** One result: who wrote it, where and when, and the words around the first hit. A press shows it in its room. */
export function FoundItem({ message, roomName, author, words, onPick }: FoundItemProps) {
  const t = useTranslations('chatSearch');
  const moment = useMoment();
  const room = useRoom(message.roomId);
  const nameOf = useRoomName();
  const parts = excerptOf(plainText(message.content), words, excerptMost);
  return (
    <li className="border-t border-line first:border-0">
      <button
        type="button"
        onClick={onPick}
        className="-mx-2 flex w-[calc(100%+16px)] gap-3 rounded-md px-2 py-3 text-start hover:bg-sunken"
      >
        <Avatar cast={author?.cast ?? castFor(message.userId)} size={32} />
        <span className="min-w-0 flex-1">
          <span className="block text-14 font-name wrap-anywhere">{author?.name ?? t('somebody')}</span>
          <span className="block text-12 text-ink-soft tabular-nums">
            {t('where', { room: room === null ? roomName : nameOf(room), at: moment(message.at) })}
          </span>
          {parts.length > 0 && (
            <span dir="auto" className="mt-1 block text-14 wrap-anywhere">
              {parts.map(({ text, isHit }, index) =>
                isHit ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
                  <mark key={index} className="rounded-[3px] bg-lagoon-soft font-strong text-lagoon-text">
                    {text}
                  </mark>
                ) : (
                  text
                ),
              )}
            </span>
          )}
          <FileWords message={message} />
        </span>
      </button>
    </li>
  );
}

function FileWords({ message: { type, file } }: { message: Message }) {
  const t = useTranslations('chatSearch');
  if (file === null) return null;
  const { name } = file;
  return (
    <span className="mt-0.5 block truncate text-13 text-ink-soft">
      {type === 'voice' && t('voice')}
      {type === 'image' && t('image', { name })}
      {type !== 'voice' && type !== 'image' && t('file', { name })}
    </span>
  );
}
