'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import type { AroundNow } from '#hooks/places/hereNow.ts';

/** Who is around in my spaces, and where. A press leads to the door of that space. */
export function AroundList({ around }: { around: readonly AroundNow[] }) {
  const t = useTranslations('spaces');
  if (around.length === 0) return null;
  return (
    <section className="mt-12">
      <h2 className="text-18 font-title tracking-title">{t('aroundTitle')}</h2>
      <ul className="mt-3 grid gap-x-7 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {around.map(({ person, space }) => (
          <li key={person.id} className="min-w-0">
            <Link
              href={`/space/${space.slug}`}
              className="-mx-2 flex min-h-15 items-center gap-3 rounded-md px-2 transition-colors duration-120 hover:bg-sunken"
            >
              <Avatar cast={person.cast} size={40} presence="good" />
              <span className="min-w-0">
                <b className="block truncate text-14 leading-snug">{person.name}</b>
                <span className="block truncate text-12 text-ink-soft">{space.name}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
