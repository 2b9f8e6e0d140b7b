import { castFor } from '#lib/domain/cast.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { Preferences, Profile } from '#lib/protocol/rest/me.ts';
import type { User } from '../persistence/ports.ts';

/** What holds for people who have chosen nothing. */
export const defaultPreferences: Preferences = {
  notifications: { sounds: true, desktop: false, invitationMails: true },
  devices: { startMuted: false, startWithoutCamera: false },
};

/** Somebody as others see them. */
export function personViewOf({ id, name, cast }: Pick<User, 'id' | 'name' | 'cast'>): PersonView {
  return { id, name, cast: cast ?? castFor(id) };
}

/** Somebody as they see themselves. Every field is named, so that none slips out when the row gains one. */
export function profileOf(user: User): Profile {
  return {
    ...personViewOf(user),
    isGuest: user.isGuest,
    isOperator: user.isOperator,
    email: user.email,
    hasPassword: user.passwordHash !== null,
    status: user.status,
    availability: user.availability,
    pronouns: user.pronouns,
    language: user.language,
    timeZone: user.timeZone,
    preferences: user.preferences ?? defaultPreferences,
    createdAt: user.createdAt,
  };
}
