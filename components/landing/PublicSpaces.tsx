import Link from 'next/link';
import { Dot } from '#components/ui/Dot.tsx';
import { mapPicture } from '#hooks/places/mapPicture.ts';
import type { Theme } from '#hooks/theme.ts';
import { ThemedPicture } from './ThemedPicture.tsx';

export interface PublicSpaceCard {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly mapId: string;
  /** Who is inside, in words. */
  readonly presence: string;
  readonly isAnybodyHere: boolean;
}

interface PublicSpacesProps {
  theme: Theme;
  title: string;
  lead: string;
  spaces: readonly PublicSpaceCard[];
}

/** Spaces that anybody may walk into, each with who is inside. */
export function PublicSpaces({ theme, title, lead, spaces }: PublicSpacesProps) {
  return (
    <section
      aria-labelledby="public-spaces"
      className="border-t border-line pt-10 pb-14 desk:pt-14 desk:pb-20"
    >
      <h2 id="public-spaces" className="text-22 leading-snug font-title tracking-title desk:text-32">
        {title}
      </h2>
      <p className="mt-1.5 text-16 text-ink-soft">{lead}</p>
      <ul className="mt-6 grid gap-4 sm:grid-cols-2 desk:mt-8 lg:grid-cols-3 lg:gap-7">
        {spaces.map((space) => (
          <li key={space.id} className="min-w-0">
            <PublicCard theme={theme} space={space} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PublicCard({ theme, space }: { theme: Theme; space: PublicSpaceCard }) {
  return (
    <Link
      href={space.href}
      prefetch={false}
      className="flex items-center gap-4 rounded-lg bg-raised p-3 shadow-1 inset-ring inset-ring-line transition-[translate,box-shadow] duration-120 hover:-translate-y-0.5 hover:shadow-2"
    >
      <span className="block h-18 w-27 flex-none overflow-hidden rounded-md bg-sunken">
        <ThemedPicture
          theme={theme}
          {...mapPicture(space.mapId)}
          alt=""
          className="block size-full object-cover"
        />
      </span>
      <span className="min-w-0">
        <b className="block truncate text-16 leading-snug">{space.name}</b>
        <span className="mt-1 flex items-center gap-2 text-13 text-ink-soft">
          <Dot tone={space.isAnybodyHere ? 'good' : 'away'} className="size-1.5" />
          <span className="truncate">{space.presence}</span>
        </span>
      </span>
    </Link>
  );
}
