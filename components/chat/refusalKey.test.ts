import { expect, it } from 'vitest';
import { RestError } from '#lib/client/rest/RestError.ts';
import { RequestError } from '#lib/client/session/RequestError.ts';
import { refusalKey } from './refusalKey.ts';

it('refusals of both ways have a sentence, and bugs go on', () => {
  expect(refusalKey(new RestError('muted', 403, ''))).toBe('muted');
  expect(refusalKey(new RequestError('bad_reply', '', false))).toBe('internal');
  expect(() => refusalKey(new TypeError('bug'))).toThrow('bug');
});
