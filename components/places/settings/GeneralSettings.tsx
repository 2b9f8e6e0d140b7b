'use client';

import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { DangerZone } from './DangerZone.tsx';
import { GeneralForm } from './GeneralForm.tsx';

/** What a space is called and how it is, and its end. */
export function GeneralSettings({ space }: { space: SpaceView }) {
  return (
    <div className="grid gap-5">
      <GeneralForm space={space} />
      <DangerZone space={space} />
    </div>
  );
}
