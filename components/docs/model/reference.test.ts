import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { catalogue } from '#lib/protocol/catalogue.ts';
import { encodePositions } from '#lib/protocol/positionsFrame.ts';
import { restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import { pageQuery } from '#lib/protocol/rest/common.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { socketReference } from './events.ts';
import { exampleBodyOf, examplePathOf } from './examples.ts';
import { fieldsOf } from './fields.ts';
import { type FrameField, frameHead, framePerson } from './frame.ts';
import { apiReference } from './operations.ts';

const routes = Object.entries<RestRoute>(restCatalogue);

describe('the reference of the REST API', () => {
  const operations = apiReference().flatMap((group) => group.operations);

  it('shows every operation exactly once', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(routes.map(([id]) => id).sort());
  });

  it('has an anchor of its own for every tag and operation', () => {
    const anchors = apiReference().flatMap(({ anchor, operations: own }) => [
      anchor,
      ...own.map(({ id }) => id),
    ]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('names every field of parameters and body', () => {
    for (const [id, route] of routes) {
      const view = operations.find((operation) => operation.id === id);
      for (const part of ['params', 'query', 'body'] as const) {
        const names = Object.keys(
          z.toJSONSchema(route[part], { io: 'input', unrepresentable: 'any' }).properties ?? {},
        );
        const shown = view?.[part].rows.filter(({ depth }) => depth === 0).map(({ name }) => name);
        expect(shown, `${id} ${part}`).toEqual(names);
      }
    }
  });

  it.each(routes)('%s: the example would be taken', (_, route) => {
    const body = exampleBodyOf(route);
    expect(route.body.safeParse(body ?? {}).success, JSON.stringify(body)).toBe(true);
    const pattern = new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const params = pattern.exec(examplePathOf(route))?.groups ?? {};
    expect(route.params.safeParse({ ...params }).success, examplePathOf(route)).toBe(true);
  });
});

describe('the reference of the sockets', () => {
  const groups = socketReference();

  it('shows every event of both directions exactly once, each with a sentence', () => {
    const shown = groups.flatMap(({ namespace, direction, events }) =>
      events.map(({ name }) => `${namespace} ${direction} ${name}`),
    );
    const declared = Object.entries(catalogue).flatMap(([namespace, directions]) =>
      Object.entries(directions).flatMap(([direction, events]) =>
        Object.keys(events).map((name) => `${namespace} ${direction} ${name}`),
      ),
    );
    expect(shown.sort()).toEqual(declared.sort());
    expect(groups.flatMap(({ events }) => events).filter(({ summary }) => summary === '')).toEqual([]);
  });

  it('has an anchor of its own for every event', () => {
    const anchors = groups.flatMap(({ anchor, events }) => [anchor, ...events.map((event) => event.anchor)]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

describe('the tables of fields', () => {
  it('tell type, demand, limits and defaults', () => {
    expect(fieldsOf(pageQuery, 'input').rows).toEqual([
      {
        path: 'limit',
        depth: 0,
        name: 'limit',
        type: 'integer',
        isRequired: false,
        notes: [
          { kind: 'range', min: 1, max: 100 },
          { kind: 'default', value: '50' },
        ],
      },
      {
        path: 'cursor',
        depth: 0,
        name: 'cursor',
        type: 'string',
        isRequired: false,
        notes: [
          { kind: 'length', min: null, max: 200 },
          { kind: 'pattern', pattern: '^[A-Za-z0-9_-]+$' },
        ],
      },
    ]);
  });

  it('go into lists and say which fields belong to which of several forms', () => {
    const { rows } = fieldsOf(catalogue['/space'].fromClient['video-call-signaling'].payload, 'input');
    const inData = rows.filter(({ path }) => path.startsWith('data.'));
    expect(inData.map(({ path }) => path)).toContain('data.description.sdp');
    expect(inData.find(({ name }) => name === 'description')?.notes[0]).toEqual({
      kind: 'variant',
      number: 1,
      count: 2,
    });
    const { rows: reply } = fieldsOf(restCatalogue.listMembers.reply, 'output');
    expect(reply.find(({ path }) => path === 'items[].person.name')?.type).toBe('string');
    expect(reply.find(({ path }) => path === 'nextCursor')?.type).toBe('string | null');
  });

  it('say of an open object that any field may come', () => {
    expect(fieldsOf(restCatalogue.exportMe.reply, 'output')).toEqual({ rows: [], isOpen: true });
  });
});

it('the table of the positions frame is what the encoder writes', () => {
  const bytes = encodePositions({
    tick: 0x01020304,
    zone: 0x0506,
    isWhole: true,
    people: [{ entity: 7, x: 8, y: 9, facing: 'up', isMoving: true, seq: 10 }],
  });
  const view = new DataView(bytes.buffer);
  const read = (field: FrameField, base: number) =>
    ({
      1: () => view.getUint8(base + field.offset),
      2: () => view.getUint16(base + field.offset, true),
      4: () => view.getUint32(base + field.offset, true),
    })[field.bytes]();
  const size = (fields: readonly FrameField[]) => fields.reduce((sum, { bytes: own }) => sum + own, 0);
  expect(bytes.byteLength).toBe(size(frameHead) + size(framePerson));
  expect(frameHead.map((field) => read(field, 0))).toEqual([1, 0x01020304, 0x0506, 1, 1]);
  expect(framePerson.map((field) => read(field, size(frameHead)))).toEqual([7, 8, 9, 10, 0b111]);
});
