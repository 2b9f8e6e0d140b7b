import Link from 'next/link';
import { Dot } from '#components/ui/Dot.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { Mark } from '#components/ui/Mark.tsx';
import type { Theme } from '#hooks/theme.ts';
import { HeroTiles } from './HeroTiles.tsx';
import { heroPicture } from './pictures.ts';
import { ThemedPicture } from './ThemedPicture.tsx';

interface HeroPictureProps {
  theme: Theme;
  alt: string;
  /** The demo space, when there is one to go to. */
  card: { href: string; label: string; name: string; presence: string; isAnybodyHere: boolean } | null;
}

/** The map of the demo space, with the sign of its door on it. */
export function HeroPicture({ theme, alt, card }: HeroPictureProps) {
  return (
    <div className="relative overflow-hidden rounded-lg bg-sunken shadow-3">
      <ThemedPicture
        theme={theme}
        {...heroPicture}
        alt={alt}
        isFirst
        className="block h-105 w-full object-cover desk:h-auto desk:max-h-[660px]"
      />
      <HeroTiles />
      {card && (
        <Link
          href={card.href}
          aria-label={card.label}
          className="absolute start-3 bottom-3 flex max-w-[calc(100%-24px)] items-center gap-3 rounded-md bg-raised py-2.5 ps-3 pe-4 shadow-3 transition-[translate] duration-120 hover:-translate-y-0.5 desk:start-5 desk:bottom-5"
        >
          <Mark />
          <span className="min-w-0">
            <b className="block truncate text-14 leading-tight">{card.name}</b>
            <span className="mt-0.5 flex items-center gap-1.5 text-12 leading-snug text-ink-soft">
              <Dot tone={card.isAnybodyHere ? 'good' : 'away'} className="size-1.5" />
              <span className="truncate">{card.presence}</span>
            </span>
          </span>
          <Icon name="arrow" size={18} className="text-ink-soft rtl:-scale-x-100" />
        </Link>
      )}
    </div>
  );
}
