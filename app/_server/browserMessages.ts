import type { Messages } from '#lib/i18n/messages.ts';

type Part = keyof Messages;

/** Parts of the catalogue that travel with every page: its head, its faults, and the pieces that all pages are made of. */
export const sharedParts = [
  'meta',
  'common',
  'header',
  'preferences',
  'errors',
  'refusals',
  'ui',
] as const satisfies readonly Part[];

/** The chat, beside the map and on its own page. */
const chatParts = [
  'chat',
  'chatRooms',
  'chatPeople',
  'chatSearch',
  'chatPins',
  'chatNotices',
  'chatModeration',
  'blocking',
  'calls',
  'moments',
  'formWords',
] as const satisfies readonly Part[];

/** What the pages of an area read in the browser besides. A test compares it with what their components ask for. */
export const areaParts = {
  landing: ['landing'],
  sign: ['formWords', 'signIn', 'signUp', 'forgot', 'reset', 'confirm', 'setup'],
  account: [
    'account',
    'profile',
    'accountPreferences',
    'security',
    'apiTokens',
    'blocked',
    'accountData',
    'formWords',
    'signIn',
  ],
  spaces: ['spaces', 'moments'],
  newSpace: ['newSpace', 'mapNames', 'visibility', 'formWords'],
  settings: [
    'spaceSettings',
    'spaceMembers',
    'spaceInvitations',
    'spaceBans',
    'spaceReports',
    'spaceFilters',
    'spaceMutes',
    'chatFigures',
    'chatModeration',
    'chatPeople',
    'spaceAudit',
    'spaces',
    'newSpace',
    'visibility',
    'roleNames',
    'roleDetails',
    'moments',
    'formWords',
  ],
  invitation: ['invitation', 'door', 'moments'],
  unknownDoor: ['doorStates'],
  space: [
    ...chatParts,
    'door',
    'doorStates',
    'atDoor',
    'devices',
    'space',
    'connection',
    'tiles',
    'tools',
    'people',
    'shortcuts',
    'leave',
    'presence',
    'roleNames',
    'standing',
    'moderation',
    'personMenu',
    'banDialog',
    'spaceMenu',
    'inviteDialog',
    'announceDialog',
    'notices',
    'ended',
  ],
  chat: [...chatParts, 'door', 'doorStates', 'presence'],
  gallery: ['gallery', ...chatParts],
} as const satisfies Record<string, readonly Part[]>;

/** A part of the site whose pages share their words. */
export type Area = keyof typeof areaParts;

/** These parts of a catalogue, and no others. */
export function pickMessages(messages: Messages, parts: readonly Part[]): Partial<Messages> {
  return Object.fromEntries(parts.map((part) => [part, messages[part]]));
}
