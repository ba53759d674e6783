import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { getNullableType, graphql, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import { done } from '@hall/kernel';
import type { Role } from '@hall/platform/actor';
import type { Command } from '@hall/platform/use-case';

/** What became of a mutation that was sent twice under one key. */
interface Repeated {
  /** What was written, each under a key of its own; of two equal keys the second writes nothing. */
  readonly keys: readonly (string | undefined)[];
  /** Whether what the shell was asked for is the same, so that the first result is the second answer. */
  readonly isSame: boolean;
  readonly errors: readonly string[];
}

/** A value of the type that passes the checks of an input; names come before types. */
export function valueOf(type: GraphQLInputType, name: string, given: Readonly<Record<string, unknown>>): unknown {
  if (name in given) return given[name];
  const plain = getNullableType(type);
  if (isListType(plain)) return [valueOf(plain.ofType, name, given)];
  if (isEnumType(plain)) return plain.getValues()[0]!.name;
  if (isInputObjectType(plain)) {
    const needed = Object.values(plain.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type, field.name, given)]));
  }
  return valuesOfScalars[plain.name];
}

const valuesOfScalars: Readonly<Record<string, unknown>> = {
  ID: `h1.${randomUUID()}`,
  String: 'A-1',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-11-23T09:00:00+08:00',
  LocalDate: '2026-11-23',
  YearMonth: '2026-11',
};

/** Who may call all of them. */
const roles: readonly Role[] = [
  'APPLICANT',
  'OFFICER',
  'DESK_OFFICER',
  'SECTION_HEAD',
  'CENTRE_OFFICE',
  'CENTRE_LEADER',
  'ADMIN',
];

/** Something that has every property and can be called: what a mutation finds beside its shell is of no interest. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_target, property) => (property === 'then' ? undefined : anything),
  apply: () => anything,
});

/**
 * Sends every mutation of a subgraph twice under the key `k`, and tells what came of it to the shell that does a thing once
 * per key.
 *
 * @param create makes the subgraph of what its resolvers are made of
 * @param given what a field of this name needs to be
 */
export async function repeatEveryMutation(
  create: (parts: never) => { readonly schema: GraphQLSchema },
  given: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, Repeated>>> {
  const commands: Command<unknown>[] = [];
  const run = ({ audience: _audience, ...command }: Command<unknown>) => {
    commands.push(command);
    return Promise.resolve(done({ hallCode: 'h1', id: randomUUID() }));
  };
  const ports = new Proxy({ run }, { get: (known, name) => (name === 'run' ? known.run : anything) });
  const { schema } = create({ ports, queries: anything, clock: { now: () => new Date(0) } } as never);
  const actor = { account: 'a', hallCode: 'h1', roles, locale: 'en' };
  const asked = { correlationId: 'c', locale: 'en', idempotencyKey: 'k', loaders: anything };
  const contextValue = { ...asked, actor, viewer: () => actor };
  const repeated: Record<string, Repeated> = {};
  for (const { name, args } of Object.values(schema.getMutationType()!.getFields())) {
    commands.length = 0;
    const variableValues = Object.fromEntries(args.map((one) => [one.name, valueOf(one.type, one.name, given)]));
    const heads = args.map((one) => `$${one.name}: ${String(one.type)}`).join(' ');
    const call = args.map((one) => `${one.name}: $${one.name}`).join(' ');
    const said = (text: string): string => (args.length > 0 ? `(${text})` : '');
    const source = `mutation ${said(heads)} { ${name}${said(call)} { __typename } }`;
    const answers = [];
    for (let n = 0; n < 2; n++) answers.push(await graphql({ schema, source, variableValues, contextValue }));
    repeated[name] = {
      keys: commands.map(({ idempotencyKey }) => idempotencyKey),
      isSame: isDeepStrictEqual(commands[0], commands[1]),
      // How the changed thing is read back is of no interest here.
      errors: commands.length > 0 ? [] : answers.flatMap(({ errors = [] }) => errors.map(({ message }) => message)),
    };
  }
  return repeated;
}

/** What {@link repeatEveryMutation} answers when no mutation of a subgraph has forgotten the key. */
export function allOnce(repeated: Readonly<Record<string, unknown>>): Readonly<Record<string, Repeated>> {
  return Object.fromEntries(
    Object.keys(repeated).map((name) => [name, { keys: [`k/${name}`, `k/${name}`], isSame: true, errors: [] }]),
  );
}
