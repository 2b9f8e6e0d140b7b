'use client';

import type { ComponentProps } from 'react';
import { SpaceProvider } from './SpaceProvider.tsx';
import { SpaceView } from './SpaceView.tsx';

type InsideProps = Omit<ComponentProps<typeof SpaceProvider>, 'children'> & ComponentProps<typeof SpaceView>;

/** A visit and its view. The one entry to the code of the space, so that pages before it need not load it. */
export function Inside({ spaceId, spaceName, hasResident, devices, opening, ...view }: InsideProps) {
  return (
    <SpaceProvider
      spaceId={spaceId}
      spaceName={spaceName}
      hasResident={hasResident}
      devices={devices}
      opening={opening}
    >
      <SpaceView spaceId={spaceId} {...view} />
    </SpaceProvider>
  );
}
