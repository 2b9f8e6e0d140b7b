'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import type { ChatFile, Message } from '#lib/domain/chat/log.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { fileHref, pictureSize, sizeOf } from './measures.ts';
import { VoicePlayer } from './VoicePlayer.tsx';

/** The file of a message, in the way that suits what it is. */
export function Attachment({ message, file }: { message: Message; file: ChatFile }) {
  if (message.type === 'voice')
    return <VoicePlayer src={fileHref(file.id)} durationMs={file.durationMs ?? 0} />;
  if (message.type === 'image') return <Picture message={message} file={file} />;
  return <FileCard file={file} />;
}

/** Its room is kept before it comes, so that nothing jumps. */
function Picture({ message, file }: { message: Message; file: ChatFile }) {
  const t = useTranslations('chat.message');
  const { acts } = useRoomTalk();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <FileCard file={file} />;
  const size = pictureSize(file.width, file.height);
  return (
    <button
      type="button"
      aria-label={t('openImage', { name: file.name })}
      onClick={() => acts.ask({ kind: 'image', message })}
      style={{ inlineSize: size.width, aspectRatio: `${size.width} / ${size.height}` }}
      className="mt-1 block max-w-full overflow-hidden rounded-md bg-sunken inset-ring inset-ring-line"
    >
      {/* biome-ignore lint/performance/noImgElement: only members may read it, so no optimizer can fetch it for them */}
      <img
        src={fileHref(file.id)}
        alt={file.name}
        width={size.width}
        height={size.height}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
        className="size-full object-cover"
      />
    </button>
  );
}

function FileCard({ file }: { file: ChatFile }) {
  const t = useTranslations('chat.message');
  return (
    <a
      href={fileHref(file.id)}
      download={file.name}
      aria-label={t('download', { name: file.name })}
      className="mt-1 flex min-h-14 w-fit max-w-full items-center gap-3 rounded-md bg-sunken py-2 ps-3 pe-4 hover:bg-line"
    >
      <span className="inline-grid size-9 flex-none place-items-center rounded-sm bg-raised text-ink-soft">
        <Icon name="file" size={20} />
      </span>
      <span className="min-w-0 leading-snug">
        <bdi className="block truncate text-14 font-medium">{file.name}</bdi>
        <FileSize bytes={file.sizeBytes} />
      </span>
      <Icon name="download" size={18} className="ms-2 text-ink-soft" />
    </a>
  );
}

/** How large a file is, in the words of the language. */
export function FileSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const { value, unit } = sizeOf(bytes);
  return (
    <span className="block text-12 text-ink-soft tabular-nums">
      {format.number(value, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short' })}
    </span>
  );
}
