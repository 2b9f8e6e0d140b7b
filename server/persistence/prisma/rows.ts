import * as z from 'zod';
import { roles } from '#lib/domain/access/roles.ts';
import { scopes } from '#lib/domain/access/scopes.ts';
import { visibilities } from '#lib/domain/access/standing.ts';
import { availabilitySchema, languageSchema, preferencesSchema } from '#lib/protocol/rest/me.ts';
import type * as Row from '../../../.generated/prisma/client.ts';
import type {
  ApiToken,
  AuditAction,
  AuditEntry,
  Ban,
  Block,
  Identity,
  Invitation,
  Link,
  Login,
  SavedPosition,
  Space,
  User,
} from '../ports.ts';
import { isoOrNull, recordSchema } from './values.ts';

/** From rows to what the ports speak. Texts of a fixed set are parsed: the database checks them too, but says `string`. */

export const roleSchema = z.enum(roles);
const visibilitySchema = z.enum(visibilities);
const scopesSchema = z.array(z.enum(scopes));
const facingSchema = z.enum(['down', 'left', 'right', 'up']);
const purposeSchema = z.enum(['sign-up', 'email-change', 'password-reset', 'operator']);

export const toUser = (row: Row.User): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  passwordHash: row.passwordHash,
  isOperator: row.isOperator,
  isGuest: row.isGuest,
  cast: row.cast,
  status: row.status,
  availability: availabilitySchema.parse(row.availability),
  pronouns: row.pronouns,
  language: row.language === null ? null : languageSchema.parse(row.language),
  timeZone: row.timeZone,
  preferences: row.preferences === null ? null : preferencesSchema.parse(row.preferences),
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

export const toLogin = ({ id, userId, userAgent, createdAt, lastSeenAt, expiresAt }: Row.Login): Login => ({
  id,
  userId,
  userAgent,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

export const toLink = ({ tokenHash, purpose, userId, data, expiresAt }: Row.Link): Link => ({
  tokenHash,
  purpose: purposeSchema.parse(purpose),
  userId,
  data: recordSchema.parse(data),
  expiresAt: expiresAt.toISOString(),
});

export const toApiToken = (row: Row.ApiToken): ApiToken => ({
  id: row.id,
  userId: row.userId,
  name: row.name,
  scopes: scopesSchema.parse(row.scopes),
  createdAt: row.createdAt.toISOString(),
  expiresAt: isoOrNull(row.expiresAt),
  lastUsedAt: isoOrNull(row.lastUsedAt),
});

export const toIdentity = ({ provider, subject, userId, linkedAt }: Row.Identity): Identity => ({
  provider,
  subject,
  userId,
  linkedAt: linkedAt.toISOString(),
});

export const toSpace = (row: Row.Space): Space => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  welcomeText: row.welcomeText,
  mapId: row.mapId,
  mapUrl: row.mapUrl,
  region: row.region,
  hasResident: row.hasResident,
  visibility: visibilitySchema.parse(row.visibility),
  passwordHash: row.passwordHash,
  capacity: row.capacity,
  isLocked: row.isLocked,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  archivedAt: isoOrNull(row.archivedAt),
  deletedAt: isoOrNull(row.deletedAt),
  version: row.version,
});

export const toInvitation = (row: Row.Invitation): Invitation => ({
  id: row.id,
  spaceId: row.spaceId,
  role: roleSchema.parse(row.role),
  email: row.email,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: isoOrNull(row.expiresAt),
  usesMost: row.usesMost,
  uses: row.uses,
});

export const toBan = ({ id, spaceId, userId, reason, createdBy, createdAt, expiresAt }: Row.Ban): Ban => ({
  id,
  spaceId,
  userId,
  reason,
  createdBy,
  createdAt: createdAt.toISOString(),
  expiresAt: isoOrNull(expiresAt),
});

export const toAuditEntry = (row: Row.AuditEntry): AuditEntry => ({
  id: row.id,
  spaceId: row.spaceId,
  at: row.at.toISOString(),
  // Written by this program only, and by older versions of it.
  action: row.action as AuditAction,
  actorId: row.actorId,
  targetId: row.targetId,
  detail: recordSchema.parse(row.detail),
});

export const toBlock = ({ userId, blockedId, createdAt }: Row.Block): Block => ({
  userId,
  blockedId,
  createdAt: createdAt.toISOString(),
});

export const toPosition = ({ userId, x, y, facing, savedAt }: Row.SpacePosition): SavedPosition => ({
  userId,
  x,
  y,
  facing: facingSchema.parse(facing),
  savedAt: savedAt.toISOString(),
});
