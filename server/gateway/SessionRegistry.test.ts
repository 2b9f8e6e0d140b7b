import { describe, expect, it } from 'vitest';
import { MemoryLink } from './memoryLink.ts';
import { createSessionRegistry } from './SessionRegistry.ts';

const identity = {
  sessionId: 's1',
  userId: 'u1',
  username: 'Alice',
  spaceId: 'p1',
  loginId: null,
  tokenId: null,
};

describe('session registry', () => {
  it('1. sends to connected sessions and skips those that are away or gone', () => {
    const sessions = createSessionRegistry();
    const link = new MemoryLink();
    sessions.attach(identity, link);
    sessions.send('s1', '/space', 'bubbles', { bubbles: [] });
    sessions.detach('s1', link);
    sessions.hold(identity, () => undefined);
    sessions.send('s1', '/space', 'bubbles', { bubbles: [] });
    sessions.send('s2', '/space', 'bubbles', { bubbles: [] });
    expect(link.takeAll()).toHaveLength(1);
  });

  it('2. another link for the same session ends the former one', () => {
    const sessions = createSessionRegistry();
    const [first, second] = [new MemoryLink(), new MemoryLink()];
    sessions.attach(identity, first);
    sessions.attach(identity, second);
    expect([first.endedWith, second.endedWith]).toEqual(['taken_over', null]);
    expect(sessions.detach('s1', first)).toBe(false);
    expect(sessions.isCurrent('s1', second)).toBe(true);
  });

  it('3. a session that comes back, is forgotten or ends does not expire', () => {
    for (const after of ['attach', 'forget', 'end', 'hold'] as const) {
      const sessions = createSessionRegistry();
      let isCancelled = false;
      sessions.hold(identity, () => {
        isCancelled = true;
      });
      if (after === 'attach') sessions.attach(identity, new MemoryLink());
      else if (after === 'forget') sessions.forget('s1');
      else if (after === 'end') sessions.end('s1', 'removed');
      else sessions.hold(identity, () => undefined);
      expect(isCancelled).toBe(true);
    }
  });

  it('4. ending tells the client why, once, and forgets the session', () => {
    const sessions = createSessionRegistry();
    const link = new MemoryLink();
    sessions.attach(identity, link);
    sessions.end('s1', 'banned', { detail: 'noise', until: '2026-02-01T00:00:00.000Z' });
    sessions.end('s1', 'abuse');
    expect(link.endedWith).toBe('banned');
    expect(link.endWords).toEqual({ detail: 'noise', until: '2026-02-01T00:00:00.000Z' });
    expect(sessions.count).toBe(0);
  });

  it('5. finds all sessions of a person, those too that are away', () => {
    const sessions = createSessionRegistry();
    const [away, there] = [identity, { ...identity, sessionId: 's2', spaceId: 'p2' }];
    sessions.hold(away, () => undefined);
    sessions.attach(there, new MemoryLink());
    sessions.attach({ ...identity, sessionId: 's3', userId: 'u2' }, new MemoryLink());
    expect(sessions.identitiesOf('u1')).toEqual([away, there]);
  });
});
