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
    type: sqlType,
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
