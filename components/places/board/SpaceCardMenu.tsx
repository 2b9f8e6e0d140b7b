'use client';

import { useTranslations } from 'use-intl';
import type { IconName } from '#components/ui/Icon.tsx';
import { MenuItem, MenuLine, MenuLink } from '#components/ui/Menu.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { settingsPath } from '#hooks/places/settingsTabs.ts';
import { choicesFor, type SpaceChoice } from '#hooks/places/spaceMenu.ts';
import type { SpaceActs } from '#hooks/places/useSpaceActs.ts';
import { useSpaceLink } from '#hooks/places/useSpaceLink.ts';
import { useViewer } from '#hooks/useViewer.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

interface SpaceCardMenuProps {
  space: SpaceView;
  acts: SpaceActs;
  onDuplicate: (space: SpaceView) => void;
  onLeave: (space: SpaceView) => void;
}

/** A choice either leads somewhere or does something. */
type Way = { readonly href: string } | { readonly run: () => void };

const icons: Record<SpaceChoice, IconName> = {
  open: 'arrow',
  copyLink: 'link',
  invite: 'personPlus',
  settings: 'gear',
  members: 'people',
  duplicate: 'copy',
  archive: 'archive',
  unarchive: 'refresh',
  restore: 'refresh',
  leave: 'away',
  delete: 'bin',
};

/** What ends something stands below a line. */
const isEnding = (choice: SpaceChoice): boolean => choice === 'leave' || choice === 'delete';

/** What can be done with a space, behind the three dots of its card. Without anything to do there are no dots. */
export function SpaceCardMenu({ space, acts, onDuplicate, onLeave }: SpaceCardMenuProps) {
  const t = useTranslations('spaces');
  const copyLink = useSpaceLink();
  const choices = choicesFor({ account: accountKindOfViewer(useViewer()), role: space.role }, space);
  if (choices.length === 0) return null;
  const ways: Record<SpaceChoice, Way> = {
    open: { href: `/space/${space.slug}` },
    copyLink: { run: () => void copyLink(space) },
    invite: { href: settingsPath(space.slug, 'invitations') },
    settings: { href: settingsPath(space.slug) },
    members: { href: settingsPath(space.slug, 'members') },
    duplicate: { run: () => onDuplicate(space) },
    archive: { run: () => void acts.archive(space) },
    unarchive: { run: () => void acts.unarchive(space) },
    restore: { run: () => void acts.restore(space) },
    leave: { run: () => onLeave(space) },
    delete: { run: () => void acts.remove(space) },
  };
  const calm = choices.filter((choice) => !isEnding(choice));
  const ends = choices.filter(isEnding);
  const row = (choice: SpaceChoice) => <Row key={choice} choice={choice} way={ways[choice]} />;
  return (
    <MenuButton label={t('menu', { space: space.name })}>
      {calm.map(row)}
      {calm.length > 0 && ends.length > 0 && <MenuLine />}
      {ends.map(row)}
    </MenuButton>
  );
}

function Row({ choice, way }: { choice: SpaceChoice; way: Way }) {
  const t = useTranslations('spaces');
  if ('href' in way) {
    return (
      <MenuLink icon={icons[choice]} href={way.href}>
        {t(choice)}
      </MenuLink>
    );
  }
  return (
    <MenuItem icon={icons[choice]} tone={isEnding(choice) ? 'away' : 'plain'} onSelect={way.run}>
      {t(choice)}
    </MenuItem>
  );
}
