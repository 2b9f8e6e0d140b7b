'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useShare } from '#hooks/call/useScreens.ts';
import { useVisit } from '#hooks/SpaceContext.ts';

/** My screen, for those in the call with me; its name says what pressing does. */
export function ShareButton() {
  const t = useTranslations('calls.share');
  const { share } = useVisit().calls;
  const { kind } = useShare();
  if (kind === 'on') {
    return <IconButton icon="screenOff" label={t('stop')} tone="off" onClick={() => share.stop()} />;
  }
  return (
    <IconButton
      icon="screen"
      label={kind === 'asking' ? t('asking') : t('start')}
      disabled={kind === 'asking'}
      onClick={() => void share.start()}
    />
  );
}
