'use client';

import { EmojiPicker, type EmojiPickerListComponents } from 'frimousse';
import type { ComponentProps } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Spinner } from '#components/ui/Spinner.tsx';
import { loadEmoji } from './emojiData.ts';

function CategoryHeader({ category, ...props }: ComponentProps<EmojiPickerListComponents['CategoryHeader']>) {
  return (
    <div
      {...props}
      className="bg-raised px-3 pt-2 pb-1 text-12 font-strong text-ink-soft first-letter:uppercase"
    >
      {category.label}
    </div>
  );
}

/** The list counts rows and columns from 0, ARIA from 1. */
const fromOne = (index: number | undefined): number | undefined =>
  index === undefined ? undefined : index + 1;

function Row({ children, ...props }: ComponentProps<EmojiPickerListComponents['Row']>) {
  const placed = { ...props, 'aria-rowindex': fromOne(props['aria-rowindex']) };
  return (
    <div {...placed} className="px-2">
      {children}
    </div>
  );
}

function Emoji({ emoji, ...props }: ComponentProps<EmojiPickerListComponents['Emoji']>) {
  const placed = { ...props, 'aria-colindex': fromOne(props['aria-colindex']) };
  return (
    <button
      {...placed}
      type="button"
      className="grid h-9.5 flex-1 place-items-center rounded-sm text-22 data-active:bg-sunken"
    >
      {emoji.emoji}
    </button>
  );
}

const parts: Partial<EmojiPickerListComponents> = { CategoryHeader, Row, Emoji };

/** All emoji with a search in the page's language. Loaded when it is first opened. */
export default function EmojiPanel({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useTranslations('chat.emoji');
  const locale = useLocale();
  return (
    <EmojiPicker.Root
      locale={locale}
      columns={8}
      resolveEmojiData={loadEmoji}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      className="isolate flex h-88 w-82 max-w-[calc(100vw-24px)] flex-col"
    >
      <EmojiPicker.Search
        autoFocus
        aria-label={t('search')}
        placeholder={t('search')}
        className="mx-2 mt-2 h-11 rounded-md bg-sunken px-3 text-16 placeholder:text-ink-soft desk:text-14"
      />
      {/* It scrolls, so keys alone must be able to scroll it, too. */}
      <EmojiPicker.Viewport tabIndex={0} className="relative min-h-0 flex-1">
        <EmojiPicker.Loading className="absolute inset-0 grid place-items-center text-ink-soft">
          <Spinner />
        </EmojiPicker.Loading>
        <EmojiPicker.Empty className="absolute inset-0 grid place-items-center px-6 text-center text-14 text-ink-soft">
          {t('none')}
        </EmojiPicker.Empty>
        <EmojiPicker.List className="pb-2 select-none" components={parts} />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}
