'use client';

import { useTranslations } from 'use-intl';
import { MenuItem } from '#components/ui/Menu.tsx';
import { useHud } from '#hooks/live/HudContext.ts';
import { useIsActKey } from '#hooks/live/useIsActing.ts';
import { useSpaceActs } from '#hooks/live/useSpaceActs.ts';
import { useIsLocked, useSpaceKey } from '#hooks/live/useSpaceFacts.ts';
import { useStanding } from '#hooks/live/useStanding.ts';
import { isAllowed, type SpacePermission } from '#lib/domain/access/permissions.ts';
import { TabLink } from './TabLink.tsx';

/** What one may do with the place: the lines follow the own role. */
export function PlaceItems() {
  const t = useTranslations('spaceMenu');
  const me = useStanding();
  const may = (permission: SpacePermission) => isAllowed(me, permission);
  const isLocked = useIsLocked();
  const isLocking = useIsActKey('lock');
  const key = useSpaceKey();
  const acts = useSpaceActs();
  const { open } = useHud();
  return (
    <>
      <MenuItem icon="personPlus" onSelect={() => open('invite')}>
        {t('invite')}
      </MenuItem>
      {may('announce:space') && (
        <MenuItem icon="megaphone" onSelect={() => open('announce')}>
          {t('announce')}
        </MenuItem>
      )}
      {may('lock:space') && (
        <MenuItem
          icon={isLocked ? 'unlock' : 'lock'}
          isDisabled={isLocking}
          onSelect={() => acts.setLocked(!isLocked)}
        >
          {isLocked ? t('unlock') : t('lock')}
        </MenuItem>
      )}
      {may('read:ban:any') && (
        <TabLink icon="gear" href={`/space/${key}/settings`}>
          {t('settings')}
        </TabLink>
      )}
      <MenuItem icon="info" onSelect={() => acts.showWelcome()}>
        {t('welcome')}
      </MenuItem>
      <TabLink icon="person" href="/account">
        {t('account')}
      </TabLink>
    </>
  );
}
