'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { cx } from '#components/ui/cx.ts';
import { castFor } from '#lib/domain/cast.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';

interface MessageFrameProps {
  rowKey: string;
  messageId?: string;
  /** Null while nobody of that id is known to the page. */
  author: PersonView | null;
  isMine: boolean;
  /** ISO 8601. */
  at: string;
  isFirst: boolean;
  isTabStop: boolean;
  isMarked?: boolean;
  frameProps?: Omit<ComponentProps<'article'>, 'children' | 'className'>;
  children: ReactNode;
}

/** Face, name and time of a message, and its place among the others of its author. */
export function MessageFrame(props: MessageFrameProps) {
  const { rowKey, messageId, author, isMine, at, isFirst, isTabStop, isMarked = false } = props;
  const t = useTranslations('chat.message');
  const format = useFormatter();
  const name = author?.name ?? (isMine ? t('you') : t('somebody'));
  const time = format.dateTime(new Date(at), { timeStyle: 'short' });
  // Beside a later message of a group there is room for figures only.
  const short = format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const whole = format.dateTime(new Date(at), { dateStyle: 'full', timeStyle: 'short' });
  return (
    <article
      {...props.frameProps}
      data-row={rowKey}
      data-message={messageId}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={t('by', { name: isMine ? t('you') : name, time: whole })}
      className={cx(
        'group/message relative grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-4 outline-offset-[-2px] touch:select-none',
        'hover:bg-sunken/45 focus-within:bg-sunken/45',
        isFirst ? 'pt-2.5 pb-1' : 'py-1',
        isMarked && 'animate-fade bg-lagoon-soft/70',
      )}
    >
      {isFirst ? (
        <Avatar cast={author?.cast ?? castFor(rowKey)} size={36} className="row-span-2 mt-0.5" />
      ) : (
        <time
          dateTime={at}
          aria-hidden="true"
          className="pt-0.5 text-end text-11 leading-5 text-ink-soft tabular-nums opacity-0 group-hover/message:opacity-100 group-focus/message:opacity-100"
        >
          {short}
        </time>
      )}
      <div className="min-w-0">
        {isFirst && (
          <p className="flex min-w-0 items-baseline gap-2 leading-snug">
            <bdi className="truncate text-14 font-name">{name}</bdi>
            {isMine && author !== null && <span className="flex-none text-12 text-ink-soft">{t('me')}</span>}
            <time dateTime={at} title={whole} className="flex-none text-12 text-ink-soft tabular-nums">
              {time}
            </time>
          </p>
        )}
        {props.children}
      </div>
    </article>
  );
}
