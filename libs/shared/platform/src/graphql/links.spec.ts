import 'reflect-metadata';
import DataLoader from 'dataloader';
import { graphql, printSchema } from 'graphql';
import { buildSchemaSync, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { createType } from './create-type';
import { Link, loadedBy } from './links';
import type { Later } from './links';
import { StaffRef } from './references.type';

interface Loaders {
  readonly item: DataLoader<string, Item | null>;
  readonly papers: DataLoader<string, Item[]>;
}
const Loaded = loadedBy<Loaders>();

@ObjectType('Item')
class Item {
  @Field(() => ID)
  id!: string;
}

@ObjectType('Thing')
class Thing {
  @Field(() => ID)
  id!: string;

  @Link(() => StaffRef, 'who decided')
  readonly decidedById!: string;

  @Link(() => StaffRef, 'who read it', { nullable: true, name: 'reader' })
  readonly readById!: string | null;

  @Link(() => [StaffRef], 'who was there')
  readonly attendeeIds!: readonly string[];

  @Loaded('item', () => Item, 'the item', { nullable: true })
  readonly itemId!: string | null;

  @Loaded('papers', () => [Item], 'its papers')
  readonly papers: Later;
}

// Mistakes that do not compile: a property that is not there to be followed, an unknown loader, another loader's type.
void class {
  // @ts-expect-error a number is no id
  @Link(() => StaffRef, '')
  readonly countId!: number;

  // @ts-expect-error what may be null is declared to be
  @Link(() => StaffRef, '')
  readonly perhapsId!: string | null;

  // @ts-expect-error there is no such loader
  @Loaded('cases', () => Item, '')
  readonly caseId!: string;

  // @ts-expect-error the loader finds items
  @Loaded('item', () => StaffRef, '')
  readonly itemId!: string;
};

@Resolver()
class ThingResolver {
  @Query(() => Thing)
  thing(): Thing {
    const ids = { decidedById: 'a', readById: null, attendeeIds: ['b', 'c'], itemId: 'i' };
    return createType(Thing, { id: 't', ...ids });
  }
}

const schema = buildSchemaSync({ resolvers: [ThingResolver], validate: false });
const itemOf = (id: string): Item => createType(Item, { id });
const loaders: Loaders = {
  item: new DataLoader((ids) => Promise.resolve(ids.map(itemOf))),
  papers: new DataLoader((ids) => Promise.resolve(ids.map((id) => [itemOf(`${id}1`), itemOf(`${id}2`)]))),
};

it('shows ids as references, and what loaders find, without a resolver', async () => {
  const source = '{ thing { decidedBy { id } reader { id } attendees { id } item { id } papers { id } } }';
  const { data, errors } = await graphql({ schema, source, contextValue: { loaders } });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    thing: {
      decidedBy: { id: 'a' },
      reader: null,
      attendees: [{ id: 'b' }, { id: 'c' }],
      item: { id: 'i' },
      papers: [{ id: 't1' }, { id: 't2' }],
    },
  });
});

it('names and types the fields as their declarations say', () => {
  const printed = printSchema(schema).replace(/\s*"""[^"]*"""/g, '');
  for (const field of [
    'decidedBy: Staff!',
    'reader: Staff\n',
    'attendees: [Staff!]!',
    'item: Item\n',
    'papers: [Item!]!',
  ])
    expect(printed).toContain(`  ${field}`);
});
