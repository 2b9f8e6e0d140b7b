import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantableRoles, isAtLeast, type Role, roles } from '#lib/domain/access/roles.ts';
import type { Space } from '../persistence/ports.ts';
import { type SeedPeople, seedSpace } from '../persistence/testing/seed.ts';
import { Places } from './testing/Places.ts';

const keys = [
  'operator',
  'owner',
  'admin',
  'moderator',
  'member',
  'guestMember',
  'stranger',
  'guest',
  'banned',
] as const satisfies (keyof SeedPeople)[];

const somebody = fc.constantFrom(...keys);
const role = fc.constantFrom(...roles);

/** Anything that can change who is what in a space. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('setRole' as const), actor: somebody, target: somebody, role }),
  fc.record({ kind: fc.constant('removeMember' as const), actor: somebody, target: somebody }),
  fc.record({ kind: fc.constant('leaveSpace' as const), actor: somebody }),
  fc.record({ kind: fc.constant('ban' as const), actor: somebody, target: somebody }),
  fc.record({ kind: fc.constant('invite' as const), actor: somebody, target: somebody, role }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Scene {
  readonly places: Places;
  readonly space: Space;
  readonly people: SeedPeople;
}

/** Somebody invites, somebody else takes it; the refusal of either is an outcome like others. */
async function invite({ places, space, people }: Scene, of: Extract<Step, { kind: 'invite' }>) {
  const asked = { params: { space: space.id }, body: { role: of.role } };
  const invitation = await places.attempt('createInvitation', people[of.actor], asked);
  if (invitation === null) return;
  const token = invitation.reply.path.split('/').at(-1);
  await places.attempt('acceptInvitation', people[of.target], { params: { token } });
}

async function perform(scene: Scene, taken: Step): Promise<void> {
  const { places, space, people } = scene;
  const actor = people[taken.actor];
  if (taken.kind === 'invite') return await invite(scene, taken);
  const user = 'target' in taken ? people[taken.target].id : actor.id;
  const body = {
    setRole: { role: 'role' in taken ? taken.role : undefined },
    ban: { userId: user },
    removeMember: {},
    leaveSpace: {},
  }[taken.kind];
  await places.attempt(taken.kind, actor, { params: { space: space.id, user }, body });
}

async function rolesOf({ places, space, people }: Scene): Promise<Map<string, Role | null>> {
  const held = await Promise.all(
    keys.map(async (key): Promise<[string, Role | null]> => {
      const membership = await places.store.memberships.find(space.id, people[key].id);
      return [key, membership?.role ?? null];
    }),
  );
  return new Map(held);
}

/** What somebody counts as when they act. */
const actingRole = (key: string, held: Map<string, Role | null>): Role | null =>
  key === 'operator' ? 'owner' : (held.get(key) ?? null);

/** Nobody stands higher than before by a role that the actor could not give, and no guest where they may not. */
function expectRightful(
  taken: Step,
  before: Map<string, Role | null>,
  after: Map<string, Role | null>,
): void {
  expect([...after.values()]).toContain('owner');
  const given = grantableRoles(actingRole(taken.actor, before));
  const raised = [...after].filter(([key, now]) => now !== null && !isAtLeast(before.get(key) ?? null, now));
  for (const [, now] of raised) expect(given).toContain(now);
  for (const key of ['guest', 'guestMember']) {
    expect(isAtLeast(after.get(key) ?? null, 'moderator')).toBe(false);
  }
}

async function scene(): Promise<Scene> {
  const places = new Places();
  const { space, people } = await seedSpace(places.store);
  places.live.enter(space.id, ...Object.values(people));
  return { places, space, people };
}

describe('any sequence of changes', () => {
  it('leaves an owner, and raises nobody above what the actor could give', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const at = await scene();
        for (const taken of steps) {
          const before = await rolesOf(at);
          await perform(at, taken);
          const after = await rolesOf(at);
          expectRightful(taken, before, after);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves an owner also when all of it happens at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const at = await scene();
        await at.places.call('setRole', at.people.owner, {
          params: { space: at.space.id, user: at.people.admin.id },
          body: { role: 'owner' },
        });
        await Promise.all(steps.map((taken) => perform(at, taken)));
        expect([...(await rolesOf(at)).values()]).toContain('owner');
      }),
      { numRuns: 100 },
    );
  });
});
