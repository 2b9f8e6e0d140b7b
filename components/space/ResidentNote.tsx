'use client';

import { Popover } from 'radix-ui';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';

/** Marks the resident's tile as a program's, and explains whose picture it shows. */
export function ResidentNote() {
  const t = useTranslations();
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={t('tiles.residentAbout')}
        className="absolute end-0 top-0 grid size-11 place-items-center text-on-tile"
      >
        <span className="grid size-6 place-items-center rounded-full bg-tile-label">
          <Icon name="info" size={15} />
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={4}
          collisionPadding={12}
          className="z-50 w-64 animate-rise rounded-md bg-raised px-4 py-3 text-13 text-pretty shadow-3"
        >
          <b className="block">{t('common.residentNote')}</b>
          <p className="mt-0.5 text-ink-soft">{t('tiles.residentEcho')}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
