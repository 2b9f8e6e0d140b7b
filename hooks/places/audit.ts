import { type Role, roles } from '#lib/domain/access/roles.ts';
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
  readonly key: AuditKey | 'space_edit_fields' | 'participant_ban_until' | 'other';
  /** The role that was given; `member` where none is told. */
  readonly role: Role;
  readonly fields: readonly AuditField[];
  /** When a ban ends, as an instant. */
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
  const fields = auditFields.filter((field) => Array.isArray(detail.fields) && detail.fields.includes(field));
  const until = key === 'participant_ban' ? untilOf(at, detail.durationS) : null;
  const common = {
    role: roles.find((role) => role === (detail.to ?? detail.role)) ?? 'member',
    fields,
    until,
    quote: quoteOf(detail.text) ?? quoteOf(detail.reason),
  };
  if (key === undefined) return { ...common, key: 'other', quote: null };
  if (key === 'space_edit' && fields.length > 0) return { ...common, key: 'space_edit_fields' };
  if (until !== null) return { ...common, key: 'participant_ban_until' };
  return { ...common, key };
}

function untilOf(at: string, durationS: unknown): string | null {
  if (typeof durationS !== 'number') return null;
  return new Date(Date.parse(at) + durationS * 1_000).toISOString();
}

function quoteOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
