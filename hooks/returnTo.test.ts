import { describe, expect, it } from 'vitest';
import { leadsToDoor, returnToOfPage, withReturnTo } from './returnTo.ts';

describe('links that come back', () => {
  it('carry the path, with its own signs kept apart', () => {
    expect(withReturnTo('/sign-in', '/space/demo?a=1&b=2')).toBe(
      '/sign-in?returnTo=%2Fspace%2Fdemo%3Fa%3D1%26b%3D2',
    );
    expect(withReturnTo('/sign-in', null)).toBe('/sign-in');
  });

  it('come back to ordinary pages, not to those of signing in', () => {
    expect(returnToOfPage('/space/demo')).toBe('/space/demo');
    expect(returnToOfPage('/invite/abc')).toBe('/invite/abc');
    expect(returnToOfPage('/')).toBeNull();
    expect(returnToOfPage('/sign-in')).toBeNull();
    expect(returnToOfPage('/reset-password/abc')).toBeNull();
  });
});

describe('the door of a space', () => {
  it('is the space itself, not its settings', () => {
    expect(leadsToDoor('/space/demo')).toBe(true);
    expect(leadsToDoor('/space/demo?name=Mira')).toBe(true);
    expect(leadsToDoor('/space/demo/settings')).toBe(false);
    expect(leadsToDoor('/spaces')).toBe(false);
    expect(leadsToDoor(null)).toBe(false);
  });
});
