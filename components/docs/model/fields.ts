import * as z from 'zod/mini';
import { asNode, type FieldNote, type Json, notesOf, stringTypeOf } from './fieldNotes.ts';

/** One field of an object, as a line of a table. */
export interface FieldRow {
  /** Where it stands, such as `items[].person.name`. */
  readonly path: string;
  /** How deep it stands within others. */
  readonly depth: number;
  readonly name: string;
  /** Its type in the words of JSON, such as `string | null` or `object[]`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly notes: readonly FieldNote[];
}

/** A value as tables show it. */
export interface SchemaView {
  readonly rows: readonly FieldRow[];
  /** Whether it is an object with fields of any name. */
  readonly isOpen: boolean;
}

interface Described {
  readonly type: string;
  readonly notes: readonly FieldNote[];
  /** What stands within, and how its path goes on. */
  readonly inner: readonly {
    readonly node: Json;
    readonly suffix: string;
    readonly notes: readonly FieldNote[];
  }[];
}

/** The tables of a zod schema. `input`: what may be sent; `output`: what is answered. */
export function fieldsOf(schema: z.ZodMiniType, io: 'input' | 'output'): SchemaView {
  const node = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return { rows: rowsWithin(node, '', 0, []), isOpen: isOpenObject(node) };
}

const isObject = (node: Json): boolean => node.properties !== undefined;

/** Output schemas of plain objects say `additionalProperties: false`; records give a schema there. */
const isOpenObject = (node: Json): boolean =>
  !isObject(node) && typeof node.additionalProperties === 'object';

function rowsWithin(node: Json, prefix: string, depth: number, notes: readonly FieldNote[]): FieldRow[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const described = describeNode(asNode(property));
    const row: FieldRow = {
      path,
      depth,
      name,
      type: described.type,
      isRequired: (node.required ?? []).includes(name),
      notes: [...notes, ...described.notes],
    };
    const inner = described.inner.flatMap((part) =>
      rowsWithin(part.node, `${path}${part.suffix}.`, depth + 1, part.notes),
    );
    return [row, ...inner];
  });
}

function describeNode(node: Json): Described {
  if (node.anyOf !== undefined) return describeUnion(node, node.anyOf.map(asNode));
  if (node.enum !== undefined)
    return plain(node.enum.map((value) => JSON.stringify(value)).join(' | '), node);
  if (node.const !== undefined) return plain(JSON.stringify(node.const), node);
  if (node.type === 'array') return describeArray(node);
  if (isObject(node))
    return { type: 'object', notes: notesOf(node), inner: [{ node, suffix: '', notes: [] }] };
  if (isOpenObject(node)) return { type: 'object', notes: [{ kind: 'open' }, ...notesOf(node)], inner: [] };
  return plain(typesOf(node), node);
}

/** zod writes what may also be null with a list of types. */
function typesOf(node: Json): string {
  const types = [node.type ?? 'any'].flat();
  return types.map((type) => (type === 'string' ? stringTypeOf(node) : type)).join(' | ');
}

const plain = (type: string, node: Json): Described => ({ type, notes: notesOf(node), inner: [] });

function describeUnion(node: Json, choices: readonly Json[]): Described {
  const parts = choices.map(describeNode);
  const types = [...new Set(parts.map(({ type }) => type))];
  const objects = parts.filter(({ inner }) => inner.length > 0);
  const inner = objects.flatMap((part, index) =>
    part.inner.map((within) => ({
      ...within,
      notes: objects.length < 2 ? within.notes : [variant(index + 1, objects.length), ...within.notes],
    })),
  );
  return {
    type: types.join(' | '),
    notes: [...parts.flatMap(({ notes }) => notes), ...notesOf(node)],
    inner,
  };
}

const variant = (number: number, count: number): FieldNote => ({ kind: 'variant', number, count });

function describeArray(node: Json): Described {
  const item = describeNode(asNode(Array.isArray(node.items) ? node.items[0] : node.items));
  const type = item.type.includes(' | ') ? `(${item.type})[]` : `${item.type}[]`;
  return {
    type,
    notes: [...notesOf(node), ...item.notes],
    inner: item.inner.map((part) => ({ ...part, suffix: `[]${part.suffix}` })),
  };
}
