'use client';

import type { ReactNode } from 'react';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { MapPicture } from '#components/places/MapPicture.tsx';
import { Icon, type IconName } from '#components/ui/Icon.tsx';
import { useDoorPlace } from '#hooks/places/DoorContext.ts';

interface ClosedDoorProps {
  icon: IconName;
  title: string;
  children: ReactNode;
}

/** A door that does not open right now: the map behind it, why, and the ways on. */
export function ClosedDoor({ icon, title, children }: ClosedDoorProps) {
  const { space } = useDoorPlace();
  return (
    <div className="wrap flex min-h-dvh animate-fade flex-col">
      <PageHeader />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-[560px] flex-1 flex-col justify-center pt-4 pb-16 outline-none"
      >
        <div className="aspect-[2/1] overflow-hidden rounded-lg bg-sunken shadow-2">
          <MapPicture mapId={space.map.id} isFirst />
        </div>
        <div className="relative mx-auto -mt-7 grid size-14 place-items-center rounded-full bg-raised text-ink-soft shadow-2">
          <Icon name={icon} size={24} />
        </div>
        <h1 className="mt-4 text-center text-32 leading-tight font-title tracking-display text-balance wrap-anywhere">
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}

/** The sentence of a closed door. */
export function DoorWords({ children }: { children: ReactNode }) {
  return (
    <p className="mx-auto mt-3 max-w-[30em] text-center text-16 text-pretty text-ink-soft">{children}</p>
  );
}

/** The ways on from a closed door. */
export function DoorWays({ children }: { children: ReactNode }) {
  return <div className="mt-7 flex flex-wrap justify-center gap-2">{children}</div>;
}
