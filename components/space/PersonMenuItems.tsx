'use client';

import { useTranslations } from 'use-intl';
import { BlockLine } from '#components/chat/BlockItem.tsx';
import { MenuItem, MenuLine } from '#components/ui/Menu.tsx';
import type { PersonQuestion } from '#hooks/live/HudContext.ts';
import type { PersonActions } from '#hooks/live/personActions.ts';
import { usePersonActs } from '#hooks/live/usePersonActs.ts';
import { useWriteTo } from '#hooks/live/useWriteTo.ts';
import type { PersonView } from '#hooks/peopleView.ts';
import { RoleItems } from './RoleItems.tsx';

interface PersonMenuItemsProps {
  person: PersonView;
  actions: PersonActions;
  onWalkTo: (() => void) | undefined;
  onAsk: (kind: PersonQuestion['kind']) => void;
}

/** The lines of somebody's menu: what is calm first, what ends something last. */
export function PersonMenuItems({ person, actions, onWalkTo, onAsk }: PersonMenuItemsProps) {
  const t = useTranslations('personMenu');
  const acts = usePersonActs();
  const write = useWriteTo();
  const canWrite = actions.canWrite && !person.isBlocked;
  const isModerating = actions.canMute || actions.canBring || actions.roles.length > 0;
  return (
    <>
      {onWalkTo && (
        <MenuItem icon="walk" onSelect={onWalkTo}>
          {t('walkTo')}
        </MenuItem>
      )}
      {canWrite && (
        <MenuItem icon="chat" onSelect={() => write(person)}>
          {t('write')}
        </MenuItem>
      )}
      {actions.canBring && (
        <MenuItem icon="arrow" onSelect={() => acts.bring(person)}>
          {t('bring')}
        </MenuItem>
      )}
      {actions.canMute && (
        <MenuItem icon="micOff" onSelect={() => acts.mute(person)}>
          {t('mute')}
        </MenuItem>
      )}
      {actions.roles.length > 0 && (
        <RoleItems role={person.role} roles={actions.roles} onChange={(role) => acts.setRole(person, role)} />
      )}
      {(isModerating || canWrite || onWalkTo) && <MenuLine />}
      {actions.canBlock && (
        <BlockLine
          isBlocked={person.isBlocked}
          onChange={(isBlocked) => acts.setBlocked(person, isBlocked)}
        />
      )}
      {actions.canSendOut && (
        <MenuItem icon="door" tone="away" onSelect={() => onAsk('send_out')}>
          {t('sendOut')}
        </MenuItem>
      )}
      {actions.canBan && (
        <MenuItem icon="lock" tone="away" onSelect={() => onAsk('ban')}>
          {t('ban')}
        </MenuItem>
      )}
    </>
  );
}
