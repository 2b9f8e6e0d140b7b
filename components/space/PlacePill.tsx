'use client';

import { useTranslations } from 'use-intl';
import { LanguageChoices } from '#components/chrome/LanguageChoices.tsx';
import { ThemeChoices } from '#components/chrome/ThemeChoices.tsx';
import { Dot } from '#components/ui/Dot.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { Mark } from '#components/ui/Mark.tsx';
import { Menu, MenuItem, MenuLine } from '#components/ui/Menu.tsx';
import { useHud } from '#hooks/live/HudContext.ts';
import { useIsLocked, useSpaceName } from '#hooks/live/useSpaceFacts.ts';
import { usePeopleCount } from '#hooks/useSpace.ts';
import { PlaceItems } from './PlaceItems.tsx';

/** Where I am, how many are here and whether it is locked; behind it what concerns the whole place. */
export function PlacePill() {
  const t = useTranslations();
  const space = useSpaceName();
  const count = usePeopleCount();
  const isLocked = useIsLocked();
  const { open } = useHud();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={
            isLocked ? t('spaceMenu.labelLocked', { space, count }) : t('space.menuLabel', { space, count })
          }
          data-locked={isLocked}
          className="flex h-11 max-w-60 items-center gap-2 justify-self-start rounded-md bg-raised ps-2.5 pe-3 text-start shadow-2 transition-colors duration-120 select-none hover:bg-surface desk:h-13 desk:gap-2.5 desk:ps-3 desk:pe-2.5"
        >
          <Mark size={28} />
          <span className="min-w-0">
            <b className="block truncate text-13 leading-tight desk:text-14">{space}</b>
            <span className="flex items-center gap-1.5 text-11 leading-snug text-ink-soft tabular-nums desk:text-12">
              <Dot className="size-1.5" />
              {t('space.here', { count })}
              {isLocked && (
                <>
                  <Icon name="lock" size={13} className="-me-0.5" />
                  <span className="truncate">{t('spaceMenu.locked')}</span>
                </>
              )}
            </span>
          </span>
          <Icon name="down" size={18} className="text-ink-soft max-desk:hidden" />
        </button>
      }
    >
      <PlaceItems />
      <MenuLine />
      <ThemeChoices />
      <MenuLine />
      <LanguageChoices />
      <MenuLine />
      <MenuItem icon="keys" onSelect={() => open('shortcuts')}>
        {t('space.shortcuts')}
      </MenuItem>
      <MenuItem icon="away" tone="away" onSelect={() => open('leave')}>
        {t('space.leave')}
      </MenuItem>
    </Menu>
  );
}
