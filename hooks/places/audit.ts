import { type Role, roles } from '#lib/domain/access/roles.ts';
import { type RoomRole, roomRoles } from '#lib/domain/chat/rooms.ts';
import type { AuditEntryView } from '#lib/protocol/rest/spaces.ts';

/** What the history of a space tells of; with `_` for `.` each is a key of the messages `spaceAudit`. */
export const auditActions = [
  'space.create',
  'space.edit',
  'space.duplicate',
  'space.archive',
  'space.unarchive',
  'space.delete',
  'space.restore',
  'space.lock',
  'space.unlock',
  'space.announce',
  'space.join',
  'space.leave',
  'member.add',
  'member.role',
  'member.remove',
  'member.leave',
  'invitation.create',
  'invitation.revoke',
  'participant.mute',
  'participant.move',
  'participant.remove',
  'participant.ban',
  'ban.lift',
  'chatroom.create',
  'chatroom.edit',
  'chatroom.delete',
  'chatroom.member',
  'chatroom.kick',
  'message.delete',
  'message.report',
  'report.resolve',
  'chat.filters',
  'chat.mute',
  'chat.unmute',
] as const;

export type AuditAction = (typeof auditActions)[number];

type Underscored<Text extends string> = Text extends `${infer Left}.${infer Right}`
  ? `${Left}_${Right}`
  : Text;

/** Key of an action in the messages. */
export type AuditKey = Underscored<AuditAction>;

const keys: readonly [AuditAction, AuditKey][] = auditActions.map((action) => [action, keyOfAction(action)]);

export function keyOfAction(action: AuditAction): AuditKey {
  return action.replace('.', '_') as AuditKey;
}

/** The parts of a space whose change has words of its own. */
export const auditFields = [
  'name',
  'slug',
  'description',
  'welcomeText',
  'visibility',
  'password',
  'capacity',
  'hasResident',
] as const;

export type AuditField = (typeof auditFields)[number];

/** What is said of one entry. What its detail does not hold in the expected shape is simply not said. */
export interface AuditWords {
  readonly key: AuditKey | 'space_edit_fields' | 'participant_ban_until' | 'chat_mute_until' | 'other';
  /** The role that was given; `member` where none is told. */
  readonly role: Role;
  /** The role that was given in a chatroom. */
  readonly roomRole: RoomRole;
  /** Name of the chatroom. */
  readonly room: string | null;
  /** How a report was settled. */
  readonly resolution: string;
  readonly fields: readonly AuditField[];
  /** When a ban or a mute ends, as an instant. */
  readonly until: string | null;
  /** Somebody's own words: a reason, an announcement. */
  readonly quote: string | null;
}

/** Turns an entry of the history into the key of its sentence and what goes into it. */
export function auditWords({
  action,
  at,
  detail,
}: Pick<AuditEntryView, 'action' | 'at' | 'detail'>): AuditWords {
  const [, key] = keys.find(([known]) => known === action) ?? [];
  const given = detail.to ?? detail.role;
  const common = {
    role: roles.find((role) => role === given) ?? 'member',
    roomRole: roomRoles.find((role) => role === given) ?? 'member',
    room: quoteOf(detail.room) ?? quoteOf(detail.name),
    resolution: quoteOf(detail.action) ?? 'other',
    fields: auditFields.filter((field) => Array.isArray(detail.fields) && detail.fields.includes(field)),
    until: key === undefined ? null : untilOf(key, at, detail),
    quote: quoteOf(detail.text) ?? quoteOf(detail.reason),
  };
  if (key === undefined) return { ...common, key: 'other', quote: null };
  return { ...common, key: sentenceOf(key, common) };
}

/** The sentence that says most of what is known. */
function sentenceOf(
  key: AuditKey,
  { fields, until }: Pick<AuditWords, 'fields' | 'until'>,
): AuditWords['key'] {
  if (key === 'space_edit' && fields.length > 0) return 'space_edit_fields';
  if (key === 'participant_ban' && until !== null) return 'participant_ban_until';
  if (key === 'chat_mute' && until !== null) return 'chat_mute_until';
  return key;
}

const timed: readonly AuditKey[] = ['participant_ban', 'chat_mute'];

/** Bans tell how long they last, mutes in the chat so (`forS`) or when they end (`until`). */
function untilOf(key: AuditKey, at: string, detail: AuditEntryView['detail']): string | null {
  if (!timed.includes(key)) return null;
  const durationS = detail.durationS ?? detail.forS;
  if (typeof durationS === 'number') return new Date(Date.parse(at) + durationS * 1_000).toISOString();
  return typeof detail.until === 'string' && !Number.isNaN(Date.parse(detail.until)) ? detail.until : null;
}

function quoteOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
