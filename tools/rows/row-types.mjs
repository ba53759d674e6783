/** Types of rows as the driver gives them, from the catalogues and from what a service declares of single columns. */

const scalars = {
  bigint: 'string',
  boolean: 'boolean',
  date: 'PlainDate',
  integer: 'number',
  jsonb: 'unknown',
  numeric: 'string',
  smallint: 'number',
  text: 'string',
  'timestamp with time zone': 'Date',
  tstzrange: 'string',
  uuid: 'string',
};
const width = 118;

/**
 * @param {import('./schema-sql.mjs').Schema} schema
 * @param {Record<string, string>} declared by `table.column`: a type in which `module#Name` stands for a name of a module
 * @returns {string} a module
 */
export function rowTypes(schema, declared) {
  const imports = new Map([['@hall/platform/postgres', new Set()]]);
  const use = (module, name) => {
    imports.set(module, (imports.get(module) ?? new Set()).add(name));
    return name;
  };
  const resolve = (type) => type.replace(/([./@\w-]+)#(\w+)/g, (_match, module, name) => use(module, name));
  const unused = new Set(Object.keys(declared));

  const typeOf = (column) => {
    const place = `${column.table}.${column.name}`;
    unused.delete(place);
    const type = declared[place] ? resolve(declared[place]) : inferred(schema, column, use);
    return column.required || type === 'unknown' ? type : `${type} | null`;
  };
  const tables = schema.tables.map((name) => {
    const columns = schema.columns.filter(({ table }) => table === name);
    const key = schema.constraints.find(({ table, kind }) => table === name && kind === 'p')?.columns ?? [];
    const defaulted = columns.filter(({ fallback, required }) => fallback !== null && required).map((c) => c.name);
    const row = `${pascal(name)}Row`;
    const union = (names) => (names.length > 0 ? names.map((each) => `'${each}'`).join(' | ') : 'never');
    const fields = fill(columns.map((column) => `${column.name}: ${typeOf(column)};`));
    const record = columns.map((column) => `${column.name} ${column.type}`).join(', ');
    return {
      type: `/** A row of \`${name}\`. */\nexport type ${row} = Readonly<{\n${fields}\n}>;`,
      table: `  ${camel(name)}: table<${row}, ${union(key)}, ${union(defaulted)}>('${name}', '${key.join(', ')}',\n    '${record}'),`,
    };
  });
  if (unused.size > 0) throw new Error(`column-types.json names what does not exist: ${[...unused].join(', ')}`);
  const heads = [...imports]
    .filter(([, names]) => names.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import type { ${[...names].sort().join(', ')} } from '${module}';`);
  return `${[
    '// Generated from the migrated database and column-types.json: npm run fix:rows',
    [`import { table } from '@hall/platform/postgres';`, ...heads].join('\n'),
    ...tables.map(({ type }) => type),
    `/** The tables of ${schema.name}. */\nexport const tables = {\n${tables.map((each) => each.table).join('\n')}\n};`,
  ].join('\n\n')}\n`;
}

function inferred(schema, { table, name, type }, use) {
  const literals = literalsOf(schema, table, name);
  if (literals) return literals;
  const isArray = type.endsWith('[]');
  const scalar = scalars[type.replace(/(\(.*\))?(\[\])?$/, '')];
  if (scalar === undefined) throw new Error(`no type for ${table}.${name} ${type}`);
  if (scalar === 'PlainDate') use('@hall/kernel', 'PlainDate');
  return isArray ? `readonly ${scalar}[]` : scalar;
}

/** `check (kind in ('A', 'B'))` */
function literalsOf(schema, table, column) {
  const check = schema.constraints.find(
    (each) => each.table === table && each.kind === 'c' && each.columns.length === 1 && each.columns[0] === column,
  );
  const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[((?:'[^']*'::text(?:, )?)+)\]\)\)\)$/.exec(check?.sql ?? '')?.[1];
  return list?.replaceAll('::text', '').split(', ').join(' | ');
}

/** As many as a line holds: nobody reads this file from top to bottom. */
function fill(parts) {
  const lines = [''];
  for (const part of parts) {
    if (lines.at(-1).length + part.length + 3 > width) lines.push('');
    lines.push(`${lines.pop()} ${part}`);
  }
  return lines.map((line) => ` ${line}`).join('\n');
}

const camel = (name) => name.replace(/_(\w)/g, (_match, letter) => letter.toUpperCase());
const pascal = (name) => camel(`_${name}`);
