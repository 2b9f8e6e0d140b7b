'use client';

import { Dialog as Primitive } from 'radix-ui';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { iconButtonClass } from '#components/ui/iconButtonClass.ts';
import { useBorrowedFocus } from '#hooks/useBorrowedFocus.ts';
import type { ChatFile } from '#lib/domain/chat/log.ts';
import { fileHref } from './measures.ts';

/** A picture as large as the window lets it be. A press beside it closes it. */
export function Lightbox({ file, onClose }: { file: ChatFile; onClose: () => void }) {
  const t = useTranslations('chat.message');
  const common = useTranslations('common');
  const { takeFocus, returnFocus } = useBorrowedFocus();
  return (
    <Primitive.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-ink/80 dark:bg-paper/90" />
        <Primitive.Content
          aria-describedby={undefined}
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={returnFocus}
          onClick={(event) => event.target === event.currentTarget && onClose()}
          className="fixed inset-0 z-50 grid grid-rows-[auto_minmax(0,1fr)] gap-3 p-4 outline-none"
        >
          <header className="flex items-center gap-1 justify-self-end rounded-md bg-raised ps-4 pe-1 shadow-2">
            <Primitive.Title className="max-w-[50vw] truncate text-14 font-medium">
              <bdi>{file.name}</bdi>
            </Primitive.Title>
            <a
              href={fileHref(file.id)}
              download={file.name}
              aria-label={t('download', { name: file.name })}
              className={iconButtonClass('soft')}
            >
              <Icon name="download" size={20} />
            </a>
            <Primitive.Close asChild>
              <IconButton icon="close" label={common('close')} tone="soft" />
            </Primitive.Close>
          </header>
          {/* biome-ignore lint/performance/noImgElement: only members may read it, so no optimizer can fetch it for them */}
          <img
            src={fileHref(file.id)}
            alt={file.name}
            className="pointer-events-none m-auto max-h-full max-w-full animate-grow rounded-md object-contain"
          />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
