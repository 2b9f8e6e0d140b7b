import type { Profile } from '../me.ts';

/** Somebody's own profile, as the server answers it; a test says what is its own. */
export function testProfile(overrides: Partial<Profile> = {}): Profile {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    name: 'Mira',
    isGuest: false,
    isOperator: false,
    email: 'mira@example.org',
    hasPassword: true,
    cast: 'mira',
    status: null,
    availability: 'online',
    pronouns: null,
    language: null,
    timeZone: null,
    preferences: {
      notifications: { sounds: true, desktop: false, invitationMails: true },
      devices: { startMuted: false, startWithoutCamera: false },
    },
    createdAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}
