import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { spacePermissions } from '#lib/domain/access/permissions.ts';
import { type Role, roles } from '#lib/domain/access/roles.ts';
import { catalogue, type Namespace } from '#lib/protocol/catalogue.ts';
import { codeOf, DispatchHarness } from './testing/DispatchHarness.ts';

const now = '2026-01-01T00:00:00.000Z';
const ok = () => ({});

/** Handlers that carry nothing out: whether they are reached is the question. */
const handlers = {
  move: ok,
  leave: ok,
  'video-call-signaling': ok,
  'video-call-end': ok,
  'video-call-ready': ok,
  'video-call-path-failed': ok,
  'media-state': ok,
  'room-call-join': () => ({ callId: uuidv7() }),
  'room-call-leave': ok,
};

const everyRole: readonly (Role | null)[] = [null, ...roles];
const events = Object.entries(catalogue).flatMap(([namespace, { fromClient }]) =>
  Object.entries(fromClient).map(([event, { permission }]) => ({
    namespace: namespace as Namespace,
    event,
    permission,
  })),
);
const checks = everyRole.flatMap((role) => events.map((entry) => ({ role, ...entry })));

/** Looked up here once more, so that the function under test does not judge itself. */
function isDeclared(role: Role | null, permission: keyof typeof spacePermissions): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(spacePermissions[permission]);
}

/** Somebody of this role at the door of a space for members only. */
async function atTheDoor(role: Role | null, isBanned = false) {
  const harness = new DispatchHarness({ space: { visibility: 'invite' }, handlers });
  const claims = await harness.newcomer('Alice');
  const { store, space } = harness.live;
  const { userId } = claims;
  if (role !== null) await store.memberships.add(space.id, userId, role, now);
  const ban = { id: uuidv7(), spaceId: space.id, userId, reason: '', createdBy: null, createdAt: now };
  if (isBanned) await store.bans.put({ ...ban, expiresAt: null });
  return { harness, claims };
}

/** The same person inside; without a role they were taken out, and their connection is still there. */
async function inside(role: Role | null) {
  const { harness, claims } = await atTheDoor(role ?? 'guest');
  const desk = await harness.join(await harness.ticket(claims));
  expect(codeOf(desk.outcome)).toBe('reply');
  if (role === null) harness.live.directory.live(claims.spaceId)?.leave(claims.sessionId, 'removed');
  return desk;
}

describe(`rights of ${everyRole.length} roles to ${events.length} socket events: ${checks.length} checks`, () => {
  it.each(checks)(
    '$role: $namespace $event needs $permission',
    async ({ role, namespace, event, permission }) => {
      const isWanted = isDeclared(role, permission);
      if (event === 'join') {
        const { harness, claims } = await atTheDoor(role);
        const { outcome } = await harness.join(await harness.ticket(claims));
        expect(codeOf(outcome)).toBe(isWanted ? 'reply' : 'invitation_required');
        return;
      }
      const desk = await inside(role);
      const code = codeOf(await desk.send(namespace, event, {}));
      if (isWanted) expect(['reply', 'bad_request']).toContain(code);
      else expect(code).toBe('forbidden');
    },
  );

  it('covers every role and every event there is', () => {
    expect(everyRole).toHaveLength(roles.length + 1);
    const counted = Object.values(catalogue).map(({ fromClient }) => Object.keys(fromClient).length);
    expect(checks).toHaveLength(counted.reduce((sum, count) => sum + count, 0) * everyRole.length);
  });
});

describe('the door', () => {
  it.each(roles.map((role) => [role]))('a ban weighs more than being %s', async (role) => {
    const { harness, claims } = await atTheDoor(role, true);
    const { outcome } = await harness.join(await harness.ticket(claims));
    expect(codeOf(outcome)).toBe('banned');
  });
});
