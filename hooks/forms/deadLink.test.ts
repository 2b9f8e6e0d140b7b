import { describe, expect, it } from 'vitest';
import { isDeadLink } from './deadLink.ts';

describe('a link that is no good', () => {
  it('was used, is too old, or never was one of ours', () => {
    expect(isDeadLink({ code: 'link_invalid', path: undefined })).toBe(true);
    expect(isDeadLink({ code: 'bad_request', path: 'token' })).toBe(true);
    expect(isDeadLink({ code: 'bad_request', path: 'body.token' })).toBe(true);
  });

  it('is not blamed for anything else', () => {
    expect(isDeadLink(null)).toBe(false);
    expect(isDeadLink({ code: 'bad_request', path: 'password' })).toBe(false);
    expect(isDeadLink({ code: 'offline', path: undefined })).toBe(false);
  });
});
