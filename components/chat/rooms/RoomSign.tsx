import { Avatar } from '#components/ui/Avatar.tsx';
import type { DotTone } from '#components/ui/Dot.tsx';
import { Icon, type IconName } from '#components/ui/Icon.tsx';
import type { RosterEntry } from '#lib/protocol/catalogue.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

const dots: Record<RosterEntry['presence'], DotTone> = {
  online: 'good',
  'in-call': 'bad',
  busy: 'bad',
  away: 'away',
  offline: 'away',
};

interface RoomSignProps {
  room: Pick<ChatroomView, 'kind' | 'isPrivate' | 'other'>;
  /** Of a direct room: the other one's, while they are in the space. */
  presence?: RosterEntry['presence'] | undefined;
}

/** The picture before a room's name: a face, a lock, or a plain mark. Words say the same elsewhere. */
export function RoomSign({ room: { kind, isPrivate, other }, presence }: RoomSignProps) {
  if (other !== null) {
    return (
      <Avatar cast={other.cast} size={32} presence={presence === undefined ? undefined : dots[presence]} />
    );
  }
  return (
    <span className="inline-grid size-8 flex-none place-items-center rounded-full bg-sunken text-ink-soft">
      <Icon name={signOf(kind, isPrivate)} size={18} />
    </span>
  );
}

function signOf(kind: ChatroomView['kind'], isPrivate: boolean): IconName {
  if (kind === 'bubble') return 'people';
  if (kind === 'direct') return 'person';
  return isPrivate ? 'lock' : 'hash';
}
