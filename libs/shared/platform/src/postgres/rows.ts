import type { PlainDate } from '@hall/kernel';
import type { Tx } from './database';

type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;

/** A row under the names that code uses: `hall_code` is `hallCode`. */
export type Camel<Row> = { readonly [Name in keyof Row as CamelCase<Name>]: Row[Name] };

/** A row's place in a list that is ordered by an instant, and by id where instants are the same. */
export interface Cursor {
  readonly at: Date | null;
  readonly id: string;
}

/** The same for lists in which every row has an instant. */
export type DatedCursor = Cursor & { readonly at: Date };

type Scalar = string | number | boolean | null | undefined;

/** A value as it comes back from a `jsonb` column: instants are text. */
export type Json<Value> = Value extends Scalar
  ? Value
  : Value extends Date
    ? string
    : Value extends readonly (infer Item)[]
      ? readonly Json<Item>[]
      : { readonly [Name in keyof Value]: Json<Value[Name]> };

/** A table as the generated `rows.ts` of a service describes it. */
export interface Table<Row, Key extends keyof Row = keyof Row, Defaulted extends keyof Row = never> {
  readonly name: string;
  /** All columns, for a `select`. */
  readonly all: string;
  /** The columns of the table under an alias; all but those that nobody reads. */
  of(alias: string, without?: readonly (keyof Row)[]): string;
  readonly key: readonly Column[];
  readonly columns: readonly Column[];
  /** Only for the types. */
  readonly types?: { readonly row: Row; readonly key: Key; readonly defaulted: Defaulted };
}

interface Column {
  readonly name: string;
  readonly property: string;
  readonly type: string;
}

/** What may be written where a row holds this: objects become JSON. */
type Written<Value> = Value extends PlainDate
  ? string
  : Value extends Scalar | Date | readonly Scalar[]
    ? Value
    : object | null;
type WrittenRow<Row> = { readonly [Name in keyof Row as CamelCase<Name>]: Written<Row[Name]> };
type Optional<Row, Defaulted> = {
  [Name in keyof Row]: null extends Row[Name] ? Name : Name extends Defaulted ? Name : never;
}[keyof Row];
/** A row to be inserted: what may be null or has a default may be left out. */
export type NewRow<Row, Defaulted = never> = WrittenRow<Omit<Row, Optional<Row, Defaulted>>> &
  Partial<WrittenRow<Pick<Row, Optional<Row, Defaulted>>>>;

/** Whatever answers a statement: a transaction, or the database for reads. */
export interface Asked {
  query(sql: string, values: readonly unknown[]): Promise<unknown>;
}

const camelNames = new Map<string, string>();

function camelCase(name: string): string {
  const known = camelNames.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
  camelNames.set(name, made);
  return made;
}

/** Describes a table. @param columns `name type, name type`, as in a record definition */
export function table<Row, Key extends keyof Row = keyof Row, Defaulted extends keyof Row = never>(
  name: string,
  key: string,
  columns: string,
): Table<Row, Key, Defaulted> {
  const all = columns.split(', ').map((column): Column => {
    const [first, ...type] = column.split(' ');
    return { name: first!, property: camelCase(first!), type: type.join(' ') };
  });
  return {
    name,
    all: all.map((column) => column.name).join(', '),
    of: (alias, without = []) =>
      all
        .filter((column) => !without.includes(column.name as keyof Row))
        .map((column) => `${alias}.${column.name}`)
        .join(', '),
    key: all.filter((column) => key.split(', ').includes(column.name)),
    columns: all,
  };
}

/** A row under the names that code uses. */
function camelRow<Row extends object>(row: Row): Camel<Row> {
  const camel: Record<string, unknown> = {};
  for (const name in row) camel[camelCase(name)] = row[name];
  return camel as Camel<Row>;
}

/** The rows that a statement returns, under the names that code uses. */
export async function read<Row extends object>(from: Asked, sql: string, values: readonly unknown[] = []) {
  return ((await from.query(sql, values)) as Row[]).map(camelRow);
}

/** The first row that a statement returns, or nothing. */
export async function readOne<Row extends object>(from: Asked, sql: string, values: readonly unknown[] = []) {
  const [row] = (await from.query(sql, values)) as Row[];
  return row && camelRow(row);
}

/** Rows of one table, all columns of it. @param rest what follows its name in the statement: `where …`, `order by …` */
export function select<Row extends object, Key extends keyof Row>(
  from: Asked,
  of: Table<Row, Key, keyof Row>,
  rest: string,
  values: readonly unknown[] = [],
): Promise<Camel<Row>[]> {
  return read<Row>(from, `select ${of.all} from ${of.name} ${rest}`, values);
}

/** The first of the rows that {@link select} finds. */
export async function selectOne<Row extends object, Key extends keyof Row>(
  from: Asked,
  of: Table<Row, Key, keyof Row>,
  rest: string,
  values: readonly unknown[] = [],
): Promise<Camel<Row> | undefined> {
  return (await select(from, of, rest, values))[0];
}

type Values = Readonly<Record<string, unknown>>;

/** A row as parameters; JSON is text on its way. */
const parametersOf = (columns: readonly Column[], row: Values): unknown[] =>
  columns.map(({ property, type }) => {
    const value = row[property];
    return type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
  });

const given = (columns: readonly Column[], row: Values): Column[] =>
  columns.filter(({ property }) => row[property] !== undefined);
const names = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(', ');
const quoted = (columns: readonly Column[]): string => columns.map(({ property }) => `"${property}"`).join(', ');
/** Rows that travel as one JSON array; `json` is read as it comes, `jsonb` would be built first only to be taken apart. */
const recordset = (columns: readonly Column[]): string =>
  `json_to_recordset($1::json) as r (${columns.map(({ property, type }) => `"${property}" ${type}`).join(', ')})`;
/** These columns of the rows, and nothing else that they carry. */
const asJson = (columns: readonly Column[], rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(({ property }) => [property, (row as Values)[property]]))),
  );

/**
 * Inserts a row: what of it are columns of the table; the rest is left aside.
 *
 * @param then what follows in the statement: `on conflict …`, `returning …`
 * @returns what is returned
 */
export function insert<Row, Key extends keyof Row, Defaulted extends keyof Row>(
  tx: Tx,
  into: Table<Row, Key, Defaulted>,
  row: NewRow<Row, Defaulted>,
  then = '',
): Promise<Row[]> {
  const columns = given(into.columns, row as Values);
  const places = columns.map((_column, n) => `$${n + 1}`).join(', ');
  const text = `insert into ${into.name} (${names(columns)}) values (${places}) ${then}`;
  return tx.query<Row[]>(text, parametersOf(columns, row as Values));
}

/** Inserts any number of rows in one statement; all have the columns of the first. See {@link insert}. */
export async function insertAll<Row, Key extends keyof Row, Defaulted extends keyof Row>(
  tx: Tx,
  into: Table<Row, Key, Defaulted>,
  rows: readonly NewRow<Row, Defaulted>[],
  then = '',
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const columns = given(into.columns, rows[0] as Values);
  const text = `insert into ${into.name} (${names(columns)}) select ${quoted(columns)} from ${recordset(columns)} ${then}`;
  return tx.query<Row[]>(text, [asJson(columns, rows)]);
}

type ColumnOf<Row> = keyof Camel<Row> & string;
type Keyed<Row, Key extends keyof Row> = WrittenRow<Pick<Row, Key>>;

const picked = (columns: readonly Column[], properties: readonly string[]): Column[] =>
  columns.filter(({ property }) => properties.includes(property));

/** Every column but the key, for things that are saved whole: a new column is saved because the migration made it. */
export function everythingOf<Row, Key extends keyof Row>(of: Table<Row, Key, keyof Row>): readonly ColumnOf<Row>[] {
  return of.columns.filter((column) => !of.key.includes(column)).map(({ property }) => property as ColumnOf<Row>);
}

/** Sets these columns of a row, which is found by its primary key. */
export async function update<Row, Key extends keyof Row, Name extends ColumnOf<Row>>(
  tx: Tx,
  of: Table<Row, Key, keyof Row>,
  set: readonly Name[],
  row: Keyed<Row, Key> & Pick<WrittenRow<Row>, Name & keyof WrittenRow<Row>>,
): Promise<void> {
  const changed = picked(of.columns, set);
  const places = [...of.key, ...changed].map(({ name }, n) => `${name} = $${n + 1}`);
  const where = places.slice(0, of.key.length).join(' and ');
  const text = `update ${of.name} set ${places.slice(of.key.length).join(', ')} where ${where}`;
  await tx.query(text, parametersOf([...of.key, ...changed], row as Values));
}

/** Sets these columns of any number of rows, in one statement. See {@link update}. */
export async function updateAll<Row, Key extends keyof Row, Name extends ColumnOf<Row>>(
  tx: Tx,
  of: Table<Row, Key, keyof Row>,
  set: readonly Name[],
  rows: readonly (Keyed<Row, Key> & Pick<WrittenRow<Row>, Name & keyof WrittenRow<Row>>)[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = picked(of.columns, set);
  const assigned = changed.map(({ name, property }) => `${name} = r."${property}"`).join(', ');
  const same = of.key.map(({ name, property }) => `t.${name} = r."${property}"`).join(' and ');
  const sent = [...of.key, ...changed];
  const text = `update ${of.name} t set ${assigned} from ${recordset(sent)} where ${same}`;
  await tx.query(text, [asJson(sent, rows)]);
}

/** A `tstzrange` that begins and has not ended. */
export const openRange = (from: Date): string => `[${from.toISOString()},)`;
