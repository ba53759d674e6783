import 'reflect-metadata';
import { graphql } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Role } from '../actor';
import { buildSubgraph } from './build-subgraph';
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
    return Object.assign(new Counter(), { name: '1', cover, reason: '空缺' });
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
  const contextValue = { actor: { roles, locale: 'en', ...(roles.length > 0 && { account: 'a' }) } };
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
    { type: 'AccessWindow', field: 'name', audiences: ['ANYONE'], isOwn: false },
    { type: 'AccessWindow', field: 'cover', audiences: ['ANYONE'], isOwn: false },
    { type: 'AccessWindow', field: 'reason', audiences: ['SIGNED_IN'], isOwn: true },
    { type: 'AccessCover', field: 'cause', audiences: ['OFFICER'], isOwn: false },
  ]);
});
