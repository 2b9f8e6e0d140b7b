import { describe, expect, it } from 'vitest';
import { spacePermissions } from '#lib/domain/access/permissions.ts';
import { catalogue } from './catalogue.ts';
import { afterEnd, sessionEndReasons } from './closeReasons.ts';
import { usernameSchema } from './common.ts';
import { errorCodes, RefusedError, wireError, wireErrorSchema } from './errors.ts';
import { spaceRoutes } from './rest/spaces.ts';

const id = '0190f3c0-0000-7000-8000-000000000001';

describe('the catalogue', () => {
  const entries = Object.entries(catalogue).flatMap(([namespace, { fromClient }]) =>
    Object.entries(fromClient).map(([event, entry]) => ({ name: `${namespace} ${event}`, entry })),
  );

  it.each(entries)('$name declares a permission and refuses what is no object', ({ entry }) => {
    expect(Object.keys(spacePermissions)).toContain(entry.permission);
    for (const rubbish of [null, 1, 'text', [], undefined])
      expect(entry.payload.safeParse(rubbish).success).toBe(false);
  });

  it('has no event name twice among the namespaces, so that /ws can merge them', () => {
    const namespaces = Object.values(catalogue);
    const fromClient = namespaces.flatMap((namespace) => Object.keys(namespace.fromClient));
    const fromServer = namespaces.flatMap((namespace) => Object.keys(namespace.fromServer));
    expect(new Set(fromClient).size).toBe(fromClient.length);
    expect(new Set(fromServer).size).toBe(fromServer.length);
  });
});

describe('payloads', () => {
  const space = catalogue['/space'].fromClient;
  it.each([
    ['a plain step', space.move.payload, { x: 1, y: 2 }, true],
    ['a step with a number and a held key', space.move.payload, { x: 1, y: 2, seq: 7, more: true }, true],
    ['half a tile', space.move.payload, { x: 1.5, y: 2 }, false],
    ['a tile off the u16', space.move.payload, { x: 65_536, y: 2 }, false],
    ['a negative tile', space.move.payload, { x: -1, y: 2 }, false],
    ['a tile as text', space.move.payload, { x: '1', y: 2 }, false],
    [
      'an offer',
      space['video-call-signaling'].payload,
      { callId: id, epoch: 1, to: id, data: { description: { type: 'offer', sdp: 'v=0' } } },
      true,
    ],
    [
      'the end of candidates',
      space['video-call-signaling'].payload,
      { callId: id, epoch: 1, to: id, data: { candidate: null } },
      true,
    ],
    [
      'signaling without data',
      space['video-call-signaling'].payload,
      { callId: id, epoch: 1, to: id },
      false,
    ],
    ['epoch 0', space['video-call-ready'].payload, { callId: id, epoch: 0 }, false],
    ['an id that is none', space.join.payload, { spaceId: 'demo' }, false],
    [
      'a giant description',
      space['video-call-signaling'].payload,
      { callId: id, epoch: 1, to: id, data: { description: { type: 'offer', sdp: 'x'.repeat(64_001) } } },
      false,
    ],
  ])('%s', (_, schema, value, accepted) => {
    expect(schema.safeParse(value).success).toBe(accepted);
  });
});

describe('names', () => {
  it.each([
    ['Alice', true],
    ['  Zoë  ', true],
    ['محمد', true],
    ['<b>Bob</b>', true],
    ['نرگس\u200cجان', true],
    ['👩\u200d💻', true],
    ['\u200d', false],
    ['\u3164', false],
    ['\u115f\u1160', false],
    ['\u2800', false],
    ['', false],
    ['   ', false],
    ['a\nb', false],
    ['a\u202Eb', false],
    ['x'.repeat(61), false],
  ])('%j', (name, accepted) => {
    expect(usernameSchema.safeParse(name).success).toBe(accepted);
    expect(spaceRoutes.duplicateSpace.body.safeParse({ name }).success).toBe(accepted);
  });
});

describe('errors and endings', () => {
  it.each(errorCodes)('%s has a wire form', (code) => {
    expect(wireErrorSchema.parse(new RefusedError(code, 'why', 'payload.x').toWire())).toEqual(
      wireError(code, 'why', 'payload.x'),
    );
  });

  it.each(sessionEndReasons)('%s tells the page what to do', (reason) => {
    expect(['reconnect', 'ask', 'stay_away']).toContain(afterEnd[reason]);
  });
});
