import { astFromValue, getNamedType, isAbstractType, isNonNullType, isObjectType, print } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { Actor } from '@hall/platform/actor';
import { staffRoles } from '@hall/platform/graphql';
import type { Access } from '@hall/platform/graphql';
import { valueOf } from './every-mutation';
import type { Ask, Loose } from './operation';

/** The graph of a service, and who may have which field. */
interface Graph {
  readonly schema: GraphQLSchema;
  readonly access: readonly Access[];
}

/** The hall that is read. */
interface Read {
  /** Ids of its things, by the type of entity. */
  readonly entities: Readonly<Record<string, readonly string[]>>;
  /** What an argument of this name needs to be; first by `field.argument`. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** One way of asking for one field that is for the staff of a hall. */
export interface Question {
  /** `Type.field`. */
  readonly field: string;
  /** By what root field or entity it begins. */
  readonly from: string;
  readonly operation: string;
  readonly steps: number;
}

type Step = GraphQLField<unknown, unknown>;

const typesBelow = (schema: GraphQLSchema, named: GraphQLNamedType) =>
  isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];

/** How far from a query or an entity every field is asked for; what is further away is asked for where it is nearest. */
const near = 1;

/**
 * The ways in which a query or a reference to an entity leads to a field that is for the staff of a hall: past other such
 * fields where that is possible, from every place near by, and from the nearest at least.
 */
export function questionsAbout({ schema, access }: Graph, { entities, given }: Read): readonly Question[] {
  const ofHall = new Set(access.filter((each) => each.isOfHall).map(({ type, field }) => `${type}.${field}`));
  const called = ({ name, args }: Step): string => {
    const own = Object.fromEntries(args.map((one) => [one.name, given[`${name}.${one.name}`] ?? given[one.name]]));
    const wanted = args.filter((one) => own[one.name] !== undefined || isNonNullType(one.type));
    const said = wanted.map((one) => `${one.name}: ${literalOf(one, own[one.name])}`);
    return said.length > 0 ? `${name}(${said.join(', ')})` : name;
  };
  /** The shortest chain of selections from a type to every type that can be reached from it. */
  const chainsFrom = (start: string): ReadonlyMap<string, readonly string[]> => {
    const chains = new Map<string, readonly string[]>([[start, []]]);
    for (const isFree of [true, false]) {
      const open = [...chains.keys()];
      for (const name of open) {
        const type = schema.getType(name);
        if (!isObjectType(type)) continue;
        for (const field of Object.values(type.getFields())) {
          if (isFree && ofHall.has(`${name}.${field.name}`)) continue;
          for (const next of typesBelow(schema, getNamedType(field.type))) {
            if (chains.has(next.name)) continue;
            const within = isAbstractType(getNamedType(field.type)) ? [`... on ${next.name}`] : [];
            chains.set(next.name, [...chains.get(name)!, called(field), ...within]);
            open.push(next.name);
          }
        }
      }
    }
    return chains;
  };
  const questions: Question[] = [];
  const ask = (start: string, from: string, wrap: (selection: string) => string): void => {
    for (const [type, chain] of chainsFrom(start)) {
      const reached = schema.getType(type);
      if (!isObjectType(reached) || type === 'Query') continue;
      for (const field of Object.values(reached.getFields())) {
        if (!ofHall.has(`${type}.${field.name}`)) continue;
        const leaf = typesBelow(schema, getNamedType(field.type)).length > 0 ? ' { __typename }' : '';
        const nested = [...chain, `target: ${called(field)}${leaf}`].reduceRight(
          (inner, step) => `${step} { ${inner} }`,
        );
        questions.push({ field: `${type}.${field.name}`, from, operation: wrap(nested), steps: chain.length });
      }
    }
  };
  for (const [name, ids] of Object.entries(entities)) {
    const keys = ids.map((id) => `{ __typename: "${name}", id: "${id}" }`).join(', ');
    const wrap = (inner: string): string => `{ _entities(representations: [${keys}]) { ... on ${name} { ${inner} } } }`;
    // What is not for everybody is not even there for others.
    const isPublic = access.some(
      ({ type, field, audiences }) => type === name && field === 'id' && audiences.includes('ANYONE'),
    );
    if (!isPublic) questions.push({ field: `${name}.id`, from: name, operation: wrap('target: id'), steps: 0 });
    ask(name, name, wrap);
  }
  for (const root of Object.values(schema.getQueryType()!.getFields())) {
    const named = getNamedType(root.type);
    if (root.name.startsWith('_')) continue;
    const name = `Query.${root.name}`;
    const edges = isObjectType(named) && named.getFields()['edges'];
    const leaf = edges ? ' { edges { __typename } }' : isObjectType(named) ? ' { __typename }' : '';
    if (ofHall.has(name)) {
      questions.push({ field: name, from: name, operation: `{ target: ${called(root)}${leaf} }`, steps: 0 });
    }
    if (isObjectType(named)) ask(named.name, name, (inner) => `{ ${called(root)} { ${inner} } }`);
  }
  const nearest = new Map<string, Question>();
  for (const question of questions) {
    const known = nearest.get(question.field);
    if (!known || question.steps < known.steps) nearest.set(question.field, question);
  }
  return questions.filter((question) => question.steps <= near || nearest.get(question.field) === question);
}

const literalOf = ({ type, name }: GraphQLArgument, given: unknown): string =>
  print(astFromValue(given ?? valueOf(type, name, {}), type)!);

/** Fields for staff that some query or reference leads to; what only an act answers is the act's to guard. */
export const fieldsAskedFor = (questions: readonly Question[]): readonly string[] =>
  [...new Set(questions.map(({ field }) => field))].sort();

/** Whether the field that was asked for has something in it, in any of the places where it stands. */
function isShown(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.some(isShown);
  if (typeof answer !== 'object' || answer === null) return false;
  const { target, ...rest } = answer as Loose;
  const isEmpty = target == null || (Array.isArray(target) && target.length === 0) || target.edges?.length === 0;
  return !isEmpty || Object.values(rest).some(isShown);
}

/** Asks every question as somebody. @returns those that were answered with something */
export async function answeredTo(ask: Ask, questions: readonly Question[]): Promise<readonly Question[]> {
  const answers = await Promise.all(
    questions.map(async (question) => {
      const { data, errors = [] } = await ask(question.operation);
      const faults = errors.filter(({ extensions, message }) => {
        return extensions['code'] !== 'FORBIDDEN' && !/another hall|not your hall/.test(message);
      });
      if (faults.length > 0) throw new Error(`${question.operation}: ${JSON.stringify(faults)}`);
      return isShown(data) ? [question] : [];
    }),
  );
  return answers.flat();
}

/**
 * Those who may have nothing of a hall in which `lead` is an officer and nothing else. There is another one, `foreign`, with a
 * leader and nothing else.
 */
export function strangersTo(hallCode: string, as: (actor: Partial<Actor>) => Ask): Readonly<Record<string, Ask>> {
  const others = staffRoles.filter((role) => role !== 'OFFICER');
  return {
    'a leader of another hall': as({ account: 'leader', hallCode: 'foreign', roles: staffRoles }),
    'an account that was never registered': as({ account: 'never', hallCode, roles: [...staffRoles] }),
    'somebody who has these roles no more': as({ account: 'lead', hallCode, roles: others }),
    'staff of no hall': as({ account: 'leader', roles: staffRoles }),
  };
}
