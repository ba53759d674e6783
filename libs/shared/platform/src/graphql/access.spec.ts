import 'reflect-metadata';
import { graphql } from 'graphql';
import { Arg, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Actor, Role } from '../actor';
import { buildSubgraph } from './build-subgraph';
import { OfHall } from './hall-of';
import { AllowedTo, AllowedToAnyone, VisibleTo, VisibleToAnyone } from './policy';

@VisibleTo('OFFICER')
@ObjectType('AccessCover')
class Cover {
  @Field(() => String)
  cause!: string;
}

@VisibleToAnyone()
@ObjectType('AccessWindow')
class Counter {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Cover, { nullable: true })
  cover!: Cover;
  @Field(() => String, { nullable: true })
  @AllowedTo('SIGNED_IN')
  reason!: string;
}

@ObjectType('AccessOpen')
class Open {
  @Field(() => String)
  secret!: string;
}

@Resolver()
class CounterResolver {
  @Query(() => Counter)
  @AllowedToAnyone()
  accessWindow() {
    const cover = Object.assign(new Cover(), { cause: '病假' });
    return Object.assign(new Counter(), {
      id: 'h1.6f3c1a52-0b7e-4c1d-9c55-0e8a3a6d2b11',
      name: '1',
      cover,
      reason: '空缺',
    });
  }
}

@Resolver()
class OpenResolver {
  @Query(() => Open)
  @AllowedToAnyone()
  accessOpen() {
    return new Open();
  }
}

@Resolver()
class RootResolver {
  @Query(() => Cover)
  accessRoot() {
    return new Cover();
  }
}

const ask = async (...roles: Role[]) => {
  const { schema } = buildSubgraph({ resolvers: [CounterResolver], parts: undefined });
  const actor = { roles, locale: 'en', ...(roles.length > 0 && { account: 'a', hallCode: 'h1' }) };
  const contextValue = { actor, viewer: () => actor };
  const source = '{ accessWindow { name reason cover { cause } } }';
  const { data, errors = [] } = await graphql({ schema, source, contextValue });
  const faults = errors.map(({ extensions, path }) => `${path!.join('.')} ${String(extensions['code'])}`);
  return [data?.['accessWindow'], ...faults.sort()];
};

test('T12 what is internal stays so below a public root: a type says who may have its fields, a field may say otherwise', async () => {
  expect(await ask()).toEqual([
    { name: '1', reason: null, cover: null },
    'accessWindow.cover.cause UNAUTHENTICATED',
    'accessWindow.reason UNAUTHENTICATED',
  ]);
  expect(await ask('APPLICANT')).toEqual([
    { name: '1', reason: '空缺', cover: null },
    'accessWindow.cover.cause FORBIDDEN',
  ]);
  expect(await ask('OFFICER')).toEqual([{ name: '1', reason: '空缺', cover: { cause: '病假' } }]);
});

test('T12 a subgraph with a field that nobody has said anything about is not built', () => {
  expect(() => buildSubgraph({ resolvers: [OpenResolver], parts: undefined })).toThrow(/AccessOpen\.secret/);
  expect(() => buildSubgraph({ resolvers: [RootResolver], parts: undefined })).toThrow(/Query\.accessRoot/);
});

test('who may have what is told field by field', () => {
  const { access } = buildSubgraph({ resolvers: [CounterResolver], parts: undefined });
  expect(access.filter(({ type }) => type !== 'Query')).toEqual([
    { type: 'AccessWindow', field: 'id', audiences: ['ANYONE'], isOfHall: false },
    { type: 'AccessWindow', field: 'name', audiences: ['ANYONE'], isOfHall: false },
    { type: 'AccessWindow', field: 'cover', audiences: ['ANYONE'], isOfHall: false },
    { type: 'AccessWindow', field: 'reason', audiences: ['SIGNED_IN'], isOfHall: false },
    { type: 'AccessCover', field: 'cause', audiences: ['OFFICER'], isOfHall: true },
  ]);
});

@VisibleTo('OFFICER', 'APPLICANT', 'ANALYST', 'ADMIN')
@OfHall()
@ObjectType('AccessFigures')
class Figures {
  @Field(() => String)
  open!: string;
  readonly hallCode!: string;
}

const hallOf = (hallCode: string) => Object.assign(new Figures(), { open: '3', hallCode });

@Resolver()
class FiguresResolver {
  @Query(() => [Figures], { nullable: true })
  @AllowedTo('OFFICER', 'APPLICANT', 'ANALYST', 'ADMIN')
  accessFigures(@Arg('hall', () => String) hall: string) {
    return Promise.resolve([hallOf('h1'), hallOf(hall)]);
  }

  @Query(() => [Figures], { nullable: true })
  @AllowedToAnyone()
  accessPublic(@Arg('hall', () => String) hall: string) {
    return [hallOf(hall)];
  }

  @Mutation(() => Boolean)
  @AllowedTo('OFFICER')
  accessAct() {
    return true;
  }
}

@VisibleTo('OFFICER')
@ObjectType('AccessNowhere')
class Nowhere {
  @Field(() => String)
  secret!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('AccessLost')
class Lost {
  @Field(() => String)
  text!: string;
}

/** It is for staff, and what it finds does not say of which hall it is. */
@Resolver()
class LostResolver {
  @Query(() => [Lost])
  @AllowedTo('OFFICER')
  accessLost() {
    return [];
  }
}

@VisibleToAnyone()
@ObjectType('AccessBetween')
class Between {
  @Field(() => Nowhere)
  part!: Nowhere;
}

@Resolver()
class NowhereResolver {
  @Query(() => Between)
  @AllowedToAnyone()
  accessBetween() {
    return new Between();
  }
}

describe('T12 what is for those who work in a hall is for those of its own hall', () => {
  const { schema } = buildSubgraph({ resolvers: [FiguresResolver], parts: undefined });
  const figuresAs = async (query: string, roles: Role[], hallCode: string | undefined, known = roles) => {
    const actor = { roles, locale: 'en' as const, account: 'a', ...(hallCode !== undefined && { hallCode }) };
    const viewer = (): Promise<Actor> => Promise.resolve({ ...actor, roles: known });
    const { data, errors } = await graphql({ schema, source: query, contextValue: { actor, viewer } });
    return errors ? String(errors[0]!.extensions['code']) : data;
  };
  const ofFirst = '{ accessPublic(hall: "h1") { open } }';
  const answered = { accessPublic: [{ open: '3' }] };

  test.each<[string, Role[], string | undefined, Role[], unknown]>([
    ['an officer of the hall', ['OFFICER'], 'h1', ['OFFICER'], answered],
    ['an officer of another hall', ['OFFICER'], 'h2', ['OFFICER'], 'FORBIDDEN'],
    ['an officer of no hall', ['OFFICER'], undefined, [], 'FORBIDDEN'],
    ['an account that the hall does not know', ['OFFICER'], 'h1', [], 'FORBIDDEN'],
    ['somebody whose role was taken away', ['OFFICER', 'SECTION_HEAD'], 'h1', ['SECTION_HEAD'], 'FORBIDDEN'],
    ['an analyst of the hall', ['ANALYST'], 'h1', ['ANALYST'], answered],
    ['an analyst of another hall', ['ANALYST'], 'h2', ['ANALYST'], 'FORBIDDEN'],
    ['an administrator, who belongs to every hall', ['ADMIN'], 'h2', ['ADMIN'], answered],
    ['an applicant, whose things are theirs in every hall', ['APPLICANT'], undefined, ['APPLICANT'], answered],
  ])('%s', async (_who, roles, hall, known, expected) => {
    expect(await figuresAs(ofFirst, roles, hall, known)).toEqual(expected);
  });

  test('a query that has found a row of another hall says nothing of any', async () => {
    const both = (hall: string) => `{ accessFigures(hall: "${hall}") { open } }`;
    expect(await figuresAs(both('h1'), ['OFFICER'], 'h1')).toMatchObject({ accessFigures: [{}, {}] });
    expect(await figuresAs(both('h2'), ['OFFICER'], 'h1')).toBe('FORBIDDEN');
  });

  test('an act is asked for with the token’s roles: its own rule says who may', async () => {
    expect(await figuresAs('mutation { accessAct }', ['OFFICER'], 'h2', [])).toEqual({ accessAct: true });
  });

  test('a subgraph with a field for staff whose hall cannot be known is not built', () => {
    const build = (resolver: typeof NowhereResolver | typeof LostResolver) =>
      buildSubgraph({ resolvers: [resolver], parts: undefined });
    expect(() => build(NowhereResolver)).toThrow('AccessBetween, by Query.accessBetween');
    expect(() => build(LostResolver)).toThrow('AccessLost, by Query.accessLost');
  });
});
