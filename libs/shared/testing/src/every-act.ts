import type { GraphQLSchema } from 'graphql';
import { valueOf } from './every-mutation';
import type { Ask } from './operation';

/** What somebody was answered who asked for an act: `done`, or the code with which they were refused. */
export type Outcomes = Readonly<Record<string, string>>;

/** Acts that are for everybody who signs in, or for those whose own things they are about. */
interface Acts {
  readonly schema: GraphQLSchema;
  /** What a field of this name needs to be, so that only the caller decides. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Acts that are not only for the staff of a hall. */
  readonly except?: readonly string[];
}

/** What a hall says to whom it does not know: the same as when there is no such thing. */
const ofStrangers = /^(FORBIDDEN|UNAUTHENTICATED|OF_ANOTHER_HALL|\w+_NOT_(FOUND|KNOWN))$/;

/** Asks for every act of a service as somebody, one by one. */
export async function askForEveryAct(acts: Acts, ask: Ask, names = actsOf(acts)): Promise<Outcomes> {
  const outcomes: Record<string, string> = {};
  for (const name of names) {
    const { args } = acts.schema.getMutationType()!.getFields()[name]!;
    const variables = Object.fromEntries(args.map((one) => [one.name, valueOf(one.type, one.name, acts.given)]));
    const heads = args.map((one) => `$${one.name}: ${String(one.type)}`).join(' ');
    const call = args.map((one) => `${one.name}: $${one.name}`).join(' ');
    const said = (text: string): string => (args.length > 0 ? `(${text})` : '');
    const operation = `mutation ${said(heads)} { done: ${name}${said(call)} { __typename ... on UserError { code } } }`;
    const { data, errors } = await ask(operation, variables);
    const fault = errors?.[0];
    const isOfAnother = fault && /another hall|not your hall/.test(fault.message);
    outcomes[name] = isOfAnother
      ? 'OF_ANOTHER_HALL'
      : String(fault?.extensions['code'] ?? data!['done'].code ?? 'done');
    if (outcomes[name] === 'BAD_USER_INPUT') throw new Error(`${name}: ${fault!.message}`);
  }
  return outcomes;
}

/** The names of the acts that are for the staff of a hall. */
export function actsOf({ schema, except = [] }: Acts): readonly string[] {
  return Object.keys(schema.getMutationType()!.getFields()).filter((name) => !except.includes(name));
}

/** Of what somebody was answered, all that was not what strangers are told. */
export const pastTheDoor = (outcomes: Outcomes): Outcomes =>
  Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => !ofStrangers.test(outcome)));

/** What has been done. */
export const doneOf = (outcomes: Outcomes): readonly string[] =>
  Object.keys(outcomes).filter((name) => outcomes[name] === 'done');

/** Everything that a service has stored, told in one word. */
export async function stateOf(
  sql: (sql: string, values?: unknown[]) => Promise<readonly object[]>,
): Promise<Readonly<Record<string, unknown>>> {
  const tables = (await sql(
    `select table_name as name from information_schema.tables where table_schema = current_schema and table_type = 'BASE TABLE'
        and table_name not in ('inbox', 'migrations') order by 1`,
  )) as readonly { readonly name: string }[];
  const state: Record<string, unknown> = {};
  for (const { name } of tables) {
    const column = name === 'outbox' ? 't.id::text' : 't::text';
    const [row] = await sql(
      `select md5(coalesce(string_agg(${column}, '' order by ${column}), '')) as hash from "${name}" t`,
    );
    state[name] = row;
  }
  return state;
}
