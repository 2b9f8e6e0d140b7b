import { describe, expect, it } from 'vitest';
import { createApiClient } from '#lib/client/rest/createApiClient.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';
import { testProfile } from '#lib/protocol/rest/testing/testProfile.ts';
import { editMe, editMeOver } from './editMe.ts';

const mira = testProfile();

/** A server with one profile that checks `If-Match`, as the real one does. */
function serverOf(start: Profile) {
  let user = start;
  let version = 1;
  const tag = () => `"${version}"`;
  const answer = () => Response.json({ user }, { headers: { etag: tag() } });
  const stale = { type: 'about:blank', title: 'stale', status: 412, code: 'precondition_failed' };
  const change = (patch: object) => {
    user = { ...user, ...patch };
    version += 1;
  };
  const send: typeof fetch = (_, init) => {
    if (init?.method !== 'PATCH') return Promise.resolve(answer());
    if (new Headers(init.headers).get('if-match') !== tag()) {
      return Promise.resolve(Response.json(stale, { status: 412 }));
    }
    change(JSON.parse(String(init.body)));
    return Promise.resolve(answer());
  };
  return { api: createApiClient({ fetch: send }), change, user: () => user };
}

describe('editing the profile', () => {
  it('saves what was written on the newest version, and brings its new tag', async () => {
    const server = serverOf(mira);
    const outcome = await editMe(server.api, '"1"', { status: 'Reading' });
    expect(outcome).toMatchObject({ kind: 'saved', own: { etag: '"2"', user: { status: 'Reading' } } });
  });

  it('changes nothing on an older version, and brings what stands there', async () => {
    const server = serverOf(mira);
    server.change({ status: 'Away' });
    const outcome = await editMe(server.api, '"1"', { status: 'Reading' });
    expect(outcome).toMatchObject({ kind: 'stale', own: { etag: '"2"', user: { status: 'Away' } } });
    expect(server.user().status).toBe('Away');
  });

  it('lays a change over what stands there, where it can', async () => {
    const server = serverOf(mira);
    server.change({
      preferences: { ...mira.preferences, devices: { startMuted: true, startWithoutCamera: false } },
    });
    const own = await editMeOver(server.api, { user: mira, etag: '"1"' }, ({ preferences }) => ({
      preferences: { ...preferences, notifications: { ...preferences.notifications, sounds: false } },
    }));
    expect(own.user.preferences.devices.startMuted).toBe(true);
    expect(own.user.preferences.notifications.sounds).toBe(false);
  });

  it('gives up when the profile changes at every try', async () => {
    const server = serverOf(mira);
    const edit = editMeOver(server.api, { user: mira, etag: '"0"' }, () => {
      server.change({ status: 'Away' });
      return { status: 'Reading' };
    });
    await expect(edit).rejects.toMatchObject({ code: 'precondition_failed' });
  });
});
