import { describe, expect, it } from 'vitest';
import { desktopNote, withPreference } from './preferences.ts';

const preferences = {
  notifications: { sounds: true, desktop: false, invitationMails: true },
  devices: { startMuted: false, startWithoutCamera: false },
};

describe('one switch', () => {
  it('changes nothing beside itself', () => {
    expect(withPreference(preferences, { group: 'devices', name: 'startMuted' }, true)).toEqual({
      ...preferences,
      devices: { startMuted: true, startWithoutCamera: false },
    });
  });
});

describe('the note on desktop notifications', () => {
  it('says why none would come', () => {
    expect(desktopNote('missing', true)).toBe('desktopMissing');
    expect(desktopNote('denied', true)).toBe('desktopDenied');
    expect(desktopNote('default', true)).toBe('desktopElsewhere');
  });

  it('is silent where they come, or are not wanted', () => {
    expect(desktopNote('granted', true)).toBeNull();
    expect(desktopNote('default', false)).toBeNull();
    expect(desktopNote('denied', false)).toBeNull();
  });
});
