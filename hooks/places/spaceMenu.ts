import { isAllowed, type Subject } from '#lib/domain/access/permissions.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { tabsFor } from './settingsTabs.ts';

/** What somebody may do with one of their spaces. */
export type SpaceChoice =
  | 'open'
  | 'copyLink'
  | 'invite'
  | 'settings'
  | 'members'
  | 'duplicate'
  | 'archive'
  | 'unarchive'
  | 'restore'
  | 'leave'
  | 'delete';

type MenuSpace = Pick<SpaceView, 'archivedAt' | 'deletedAt' | 'isMember' | 'role'>;

/** The choices of a space's menu, in their order. What the server would refuse is not offered. */
export function choicesFor(subject: Subject, space: MenuSpace): readonly SpaceChoice[] {
  if (space.deletedAt !== null) return isAllowed(subject, 'delete:space') ? ['restore'] : [];
  const isArchived = space.archivedAt !== null;
  const tabs = tabsFor(subject);
  const offered: readonly [SpaceChoice, boolean][] = [
    ['open', !isArchived],
    ['copyLink', !isArchived],
    ['invite', !isArchived && isAllowed(subject, 'create:invitation')],
    ['settings', tabs.length > 1],
    ['members', tabs.length === 1],
    ['duplicate', isAllowed(subject, 'duplicate:space') && isAllowed(subject, 'create:space')],
    ['unarchive', isArchived && isAllowed(subject, 'archive:space')],
    ['archive', !isArchived && isAllowed(subject, 'archive:space')],
    ['leave', space.isMember && space.role !== 'owner'],
    ['delete', isAllowed(subject, 'delete:space')],
  ];
  return offered.filter(([, isOffered]) => isOffered).map(([choice]) => choice);
}
