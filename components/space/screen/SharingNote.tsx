'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { useShare } from '#hooks/call/useScreens.ts';
import { useVisit } from '#hooks/SpaceContext.ts';

/** Says that my screen is seen by others, for as long as it is, with the way to end it. */
export function SharingNote() {
  const t = useTranslations('calls.share');
  const { calls } = useVisit();
  const share = useShare();
  if (share.kind !== 'on') return null;
  return (
    <div className="pointer-events-auto mx-auto mt-2 flex w-fit max-w-full items-center gap-2 rounded-lg bg-raised py-1 ps-3.5 pe-1.5 text-13 shadow-2">
      <span role="status" className="min-w-0 truncate font-medium">
        {share.audio === null ? t('silent') : t('sharing')}
      </span>
      <Button tone="away" size="small" icon="stop" onClick={() => calls.share.stop()}>
        {t('stop')}
      </Button>
    </div>
  );
}
