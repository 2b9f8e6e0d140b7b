import { describe, expect, it } from 'vitest';
import { type Role, roles } from '#lib/domain/access/roles.ts';
import { hasActions, personActions } from './personActions.ts';

const somebody = (role: Role) => ({ isSelf: false, isResident: false, role });
const as = (role: Role | null) => ({ role, account: 'account' as const });

describe('what I may do with somebody', () => {
  it.each([
    ['guest', []],
    ['member', []],
    ['moderator', ['guest', 'member']],
    ['admin', ['guest', 'member', 'moderator']],
    ['owner', ['guest', 'member', 'moderator', 'admin']],
  ] as const)('a %s moderates only those below', (mine, below) => {
    const reached = roles.filter((role) => personActions(as(mine), somebody(role)).canBan);
    expect(reached).toEqual(below);
    const muted = roles.filter((role) => personActions(as(mine), somebody(role)).canMute);
    expect(muted).toEqual(below);
  });

  it('gives only roles that may be given, and from admin on only', () => {
    expect(personActions(as('moderator'), somebody('guest')).roles).toEqual([]);
    expect(personActions(as('admin'), somebody('guest')).roles).toEqual(['guest', 'member', 'moderator']);
    expect(personActions(as('admin'), somebody('admin')).roles).toEqual([]);
    expect(personActions(as('owner'), somebody('admin')).roles).toEqual(roles);
    expect(personActions(as('owner'), somebody('owner')).roles).toEqual([]);
  });

  it('lets everybody block anybody but themselves and the resident', () => {
    expect(personActions(as('guest'), somebody('owner')).canBlock).toBe(true);
    expect(hasActions(personActions(as('owner'), { ...somebody('guest'), isSelf: true }))).toBe(false);
    expect(hasActions(personActions(as('owner'), { ...somebody('guest'), isResident: true }))).toBe(false);
  });

  it('lets everybody who is inside write to anybody but themselves and the resident', () => {
    expect(personActions(as('guest'), somebody('owner')).canWrite).toBe(true);
    expect(personActions(as('owner'), { ...somebody('guest'), isSelf: true }).canWrite).toBe(false);
    expect(personActions(as('owner'), { ...somebody('guest'), isResident: true }).canWrite).toBe(false);
  });

  it('offers nothing but a block before the role is known', () => {
    const { canBlock, roles: given, ...others } = personActions(as(null), somebody('guest'));
    expect([canBlock, given, Object.values(others)]).toEqual([true, [], [false, false, false, false, false]]);
  });
});
