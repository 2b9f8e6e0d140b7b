/** A column as schema and database both describe it. */
export interface Column {
  table: string;
  name: string;
  /** PostgreSQL's own name of the type (`udt_name`). */
  type: string;
  isNullable: boolean;
}

/** PostgreSQL's type for Prisma's scalar, unless a native type is named beside it. */
const defaultTypes: Record<string, string> = {
  String: 'text',
  Int: 'int4',
  Boolean: 'bool',
  DateTime: 'timestamp',
  Json: 'jsonb',
};
const nativeTypes: Record<string, string> = { Uuid: 'uuid', Timestamptz: 'timestamptz' };

const modelPattern = /^model (\w+) \{$([\s\S]*?)^\}$/gm;
const fieldPattern = /^ {2}(\w+)\s+(\w+)(\[\]|\?)?(.*)$/gm;

function columnOf(table: string, field: RegExpMatchArray, modelNames: ReadonlySet<string>): Column | null {
  const [, name = '', type = '', mark = '', attributes = ''] = field;
  if (modelNames.has(type)) return null;
  const native = /@db\.(\w+)/.exec(attributes)?.[1];
  const sqlType = native === undefined ? defaultTypes[type] : nativeTypes[native];
  if (sqlType === undefined) throw new Error(`The type of ${table}.${name} is not known here.`);
  return {
    table,
    name: /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? name,
    // PostgreSQL names the type of a list by an underscore before that of its elements.
    type: mark === '[]' ? `_${sqlType}` : sqlType,
    isNullable: mark === '?',
  };
}

/** The columns that a Prisma schema declares, sorted by table and name. For the test that compares them with a database. */
export function declaredColumns(schema: string): Column[] {
  const models = [...schema.matchAll(modelPattern)];
  const names = new Set(models.map(([, name = '']) => name));
  const columns = models.flatMap(([, name = '', body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
    return [...body.matchAll(fieldPattern)].map((field) => columnOf(table, field, names));
  });
  return columns
    .filter((column) => column !== null)
    .sort((a, b) => a.table.localeCompare(b.table) || a.name.localeCompare(b.name));
}

/** A model's table, and the column of each of its fields. */
function namesOf(model: RegExpMatchArray): { table: string; columns: Map<string, string> } {
  const [, name = '', body = ''] = model;
  const fields = [...body.matchAll(fieldPattern)];
  return {
    table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
    columns: new Map(
      fields.map(([, field = '', , , attributes = '']) => [
        field,
        /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field,
      ]),
    ),
  };
}

/** Names of the keys and indexes that a Prisma schema declares, as Prisma would call them, sorted. */
export function declaredIndexes(schema: string): string[] {
  const indexes = [...schema.matchAll(modelPattern)].flatMap((model) => {
    const { table, columns } = namesOf(model);
    const [, , body = ''] = model;
    const unique = [...body.matchAll(/^ {2}(\w+).* @unique\b/gm)].map(
      ([, field = '']) => `${table}_${columns.get(field)}_key`,
    );
    const several = [...body.matchAll(/^ {2}@@(unique|index)\(\[([\w, ]+)\]\)$/gm)].map(
      ([, kind, fields = '']) => {
        const names = fields.split(', ').map((field) => columns.get(field));
        return `${table}_${names.join('_')}_${kind === 'unique' ? 'key' : 'idx'}`;
      },
    );
    return [`${table}_pkey`, ...unique, ...several];
  });
  return indexes.sort();
}
