'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { isOnlyEmoji } from '#lib/client/chat/markdown.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { Attachment } from './Attachment.tsx';
import { LinkPreviews } from './LinkPreviews.tsx';
import { Markdown } from './Markdown.tsx';

/** What a message says, shows or plays; of a deleted one, that it was there. */
export function MessageBody({ message }: { message: Message }) {
  const t = useTranslations('chat.message');
  if (message.deletedAt !== null) {
    return (
      <p className="flex items-center gap-1.5 text-14 text-ink-soft italic">
        <Icon name="bin" size={15} />
        {t('deleted')}
      </p>
    );
  }
  return (
    <div className="text-14 leading-body wrap-anywhere touch:text-16">
      {message.content !== '' && (
        <div className={cx(isOnlyEmoji(message.content) && 'text-32 leading-snug')}>
          <Markdown content={message.content} mentions={message.mentions} />
        </div>
      )}
      {message.editedAt !== null && <Edited at={message.editedAt} />}
      <LinkPreviews content={message.content} />
      {message.file !== null && <Attachment message={message} file={message.file} />}
    </div>
  );
}

function Edited({ at }: { at: string }) {
  const t = useTranslations('chat.message');
  const format = useFormatter();
  const when = format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span title={when} className="text-11 text-ink-soft">
      {t('edited')}
    </span>
  );
}
