import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
} from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { repository } from '../shared/hall-client';

/** What a mutation is called with, and what is asked of its answer. */
export interface MutationDocument {
  readonly text: string;
  /** The mutation has one argument, of this name. */
  readonly argument: string | undefined;
}

/** The supergraph as everybody reaches it: the list of all mutations, and how each of them is written. */
export class Supergraph {
  readonly schema: GraphQLSchema;
  readonly #documents = new Map<string, MutationDocument>();

  constructor(sdl = readFileSync(resolve(repository, 'apps/gateway/supergraph.graphql'), 'utf8')) {
    this.schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  }

  /** The names of all mutations, in order. */
  get mutations(): readonly string[] {
    return Object.keys(this.schema.getMutationType()!.getFields()).sort();
  }

  /**
   * A mutation as it is sent: its one argument as the variable `said`; of what was changed its own few words (id, number, state) and
   * what else is to be shown; of a refusal code and clause.
   *
   * @throws when there is no such mutation
   */
  mutation(name: string, show = ''): MutationDocument {
    const key = `${name} ${show}`;
    const known = this.#documents.get(key);
    if (known) return known;
    const field = this.schema.getMutationType()!.getFields()[name];
    if (!field) throw new Error(`the supergraph has no mutation ${name}`);
    // What is said; what can be left out is.
    const argument = field.args.find(isRequiredArgument) ?? field.args[0];
    const head = argument ? `mutation ($said: ${String(argument.type)})` : 'mutation';
    const call = argument ? `${name}(${argument.name}: $said)` : name;
    const document = { text: `${head} { ${call} { ${selectionOf(field, show)} } }`, argument: argument?.name };
    this.#documents.set(key, document);
    return document;
  }
}

function selectionOf(field: GraphQLField<unknown, unknown>, show: string): string {
  const type = getNamedType(field.type);
  const members = isUnionType(type) ? type.getTypes() : isObjectType(type) ? [type] : [];
  const [first] = members;
  const shown = members.map(
    (member) => `... on ${member.name} { ${ownWords(member)} ${member === first && show ? show : ''} }`,
  );
  return `__typename ${shown.join(' ')}`;
}

const words = ['id', 'number', 'status', 'code', 'clause', 'message'];

/** The few things by which a thing is known again. */
function ownWords(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).filter(
    ({ name, type: of, args }) =>
      words.includes(name) && args.length === 0 && !isListType(getNullableType(of)) && isLeafType(getNamedType(of)),
  );
  return ['__typename', ...fields.map(({ name }) => name)].join(' ');
}
