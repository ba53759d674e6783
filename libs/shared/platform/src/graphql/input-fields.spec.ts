import 'reflect-metadata';
import type { HallKey } from '@hall/kernel';
import { graphql } from 'graphql';
import { buildSchemaSync, Field, InputType, Int, Query, Resolver } from 'type-graphql';
import { checkInput } from './check-input';
import { Input, KeyArg, KeyField, KeysField, readInput, TextField } from './input-fields';
import { globalId } from './keys';

@InputType()
class Thing {
  @KeyField('a key')
  windowId!: HallKey;
}

@InputType()
class Act extends Thing {
  @KeyField('a key that may be left out', { nullable: true })
  caseId!: HallKey | null;

  @KeysField('keys')
  staffIds!: HallKey[];

  @TextField('words', 5)
  note!: string;

  @TextField('words that may be left out', 5, { nullable: true })
  remark!: string | null;

  @Field(() => Int, { nullable: true })
  points?: number;

  @Field(() => Thing, { nullable: true })
  inner?: Thing;
}

@Resolver()
class ActResolver {
  @Query(() => String)
  act(@Input(() => Act) input: Act): string {
    return JSON.stringify(input);
  }

  @Query(() => String)
  end(@KeyArg('caseId', 'the case') key: HallKey): string {
    return JSON.stringify(key);
  }
}

const schema = buildSchemaSync({
  resolvers: [ActResolver],
  validateFn: async (argument) => {
    await checkInput(argument);
    readInput(argument);
  },
});
const key = { hallCode: 'h', id: '0198b8a0-0000-7000-8000-000000000001' };
const ask = (source: string, variableValues: Record<string, unknown> = {}) =>
  graphql({ schema, source, variableValues: { id: globalId(key), ...variableValues } });

it('reads ids as keys and what was not said as null, also in inputs inside', async () => {
  const { data } = await ask(
    'query ($id: ID!) { act(input: { windowId: $id, staffIds: [$id], note: " n ", inner: { windowId: $id } }) end(caseId: $id) }',
  );
  expect(JSON.parse(data!['act'] as string)).toEqual({
    windowId: key,
    caseId: null,
    staffIds: [key],
    note: 'n',
    remark: null,
    inner: { windowId: key },
  });
  expect(JSON.parse(data!['end'] as string)).toEqual(key);
});

it('names every field that is wrong', async () => {
  const { errors } = await ask('{ act(input: { windowId: "x", staffIds: ["y"], note: " ", remark: "too long" }) }');
  const fields = errors![0]!.extensions['fields'] as { readonly field: string }[];
  expect(fields.map(({ field }) => field).sort()).toEqual(['note', 'remark', 'staffIds', 'windowId']);
  const bare = await ask('{ end(caseId: "x") }');
  expect(bare.errors![0]!.extensions['fields']).toEqual([expect.objectContaining({ field: 'caseId' })]);
});
