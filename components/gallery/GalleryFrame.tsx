'use client';

import { Direction as RadixDirection } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider, useTranslations } from 'use-intl';
import { SegmentedChoice } from '#components/ui/SegmentedChoice.tsx';
import { TooltipProvider } from '#components/ui/Tooltip.tsx';
import type { Locale } from '#lib/i18n/locales.ts';
import { type Colours, type Direction, GalleryLookContext } from './GalleryLook.ts';

interface GalleryFrameProps {
  locale: Locale;
  children: ReactNode;
}

/** The switches of the gallery and everything that follows them. The page's own settings come back when it is left. */
export function GalleryFrame({ locale, children }: GalleryFrameProps) {
  const [colours, setColours] = useColours();
  const [direction, setDirection] = useDirection();
  return (
    <IntlProvider locale={locale} timeZone="UTC">
      <RadixDirection.Provider dir={direction}>
        <TooltipProvider delayDuration={350} skipDelayDuration={200}>
          <GalleryLookContext value={{ colours, direction }}>
            <Switches
              colours={colours}
              direction={direction}
              onColours={setColours}
              onDirection={setDirection}
            />
            {children}
          </GalleryLookContext>
        </TooltipProvider>
      </RadixDirection.Provider>
    </IntlProvider>
  );
}

interface SwitchesProps {
  colours: Colours;
  direction: Direction;
  onColours: (colours: Colours) => void;
  onDirection: (direction: Direction) => void;
}

function Switches({ colours, direction, onColours, onDirection }: SwitchesProps) {
  const t = useTranslations();
  return (
    <div className="sticky top-0 z-30 -mx-1 flex flex-wrap gap-2 bg-paper px-1 py-3">
      <SegmentedChoice
        label={t('preferences.theme')}
        value={colours}
        onChange={onColours}
        choices={[
          { value: 'light', label: t('preferences.themeLight'), icon: 'sun' },
          { value: 'dark', label: t('preferences.themeDark'), icon: 'moon' },
        ]}
      />
      <SegmentedChoice
        label={t('gallery.direction')}
        value={direction}
        onChange={onDirection}
        choices={[
          { value: 'ltr', label: t('gallery.ltr') },
          { value: 'rtl', label: t('gallery.rtl') },
        ]}
      />
    </div>
  );
}

/** The colours of the whole page while the gallery is open; first those that it came with. */
function useColours(): [Colours, (colours: Colours) => void] {
  const [colours, setColours] = useState<Colours>('light');
  useEffect(() => {
    const root = document.documentElement;
    const given = root.dataset.theme;
    const isDark = getComputedStyle(root).colorScheme === 'dark';
    setColours(isDark ? 'dark' : 'light');
    return () => {
      if (given === undefined) delete root.dataset.theme;
      else root.dataset.theme = given;
    };
  }, []);
  function choose(next: Colours): void {
    document.documentElement.dataset.theme = next;
    setColours(next);
  }
  return [colours, choose];
}

/** The writing direction of the whole page while the gallery is open. */
function useDirection(): [Direction, (direction: Direction) => void] {
  const [direction, setDirection] = useState<Direction>('ltr');
  useEffect(() => {
    const root = document.documentElement;
    const given = root.dir;
    if (given === 'rtl') setDirection('rtl');
    return () => {
      root.dir = given;
    };
  }, []);
  function choose(next: Direction): void {
    document.documentElement.dir = next;
    setDirection(next);
  }
  return [direction, choose];
}
