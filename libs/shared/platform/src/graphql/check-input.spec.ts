import 'reflect-metadata';
import { ArrayMaxSize, ArrayUnique, Length, Max, Min, ValidateNested } from 'class-validator';
import { checkInput } from './check-input';
import { IsGlobalId } from './keys';

class Person {
  @Length(1, 4)
  name!: string;
}

class Application {
  @IsGlobalId()
  itemId?: string;

  @ValidateNested()
  person?: Person;

  @ValidateNested({ each: true })
  people?: Person[];

  @ArrayUnique()
  @ArrayMaxSize(2)
  codes?: string[];

  @Min(1)
  @Max(5)
  copies?: number;

  from?: Date;
}

const a = <T extends object>(type: new () => T, fields: Partial<T>): T => Object.assign(new type(), fields);
const faultsOf = async (argument: unknown): Promise<unknown> =>
  checkInput(argument).then(
    () => [],
    (error: { extensions: { fields: unknown } }) => error.extensions.fields,
  );

test('S4.1b every field that is wrong is named at once, by its path and in both languages', async () => {
  const application = a(Application, {
    itemId: 'nonsense',
    person: a(Person, { name: '张三李四王五' }),
    people: [a(Person, { name: '张三' }), a(Person, { name: ' ' })],
    codes: ['A', 'A', 'B'],
    copies: 9,
  });
  expect(await faultsOf(application)).toEqual([
    { field: 'itemId', reason: '不是本系统的标识 / not an id of this system' },
    { field: 'person.name', reason: '最多 4 字 / at most 4 characters' },
    { field: 'people.1.name', reason: '至少 1 字 / at least 1 character' },
    { field: 'codes', reason: '最多 2 项 / at most 2 of them' },
    { field: 'codes', reason: '不得重复 / no two alike' },
    { field: 'copies', reason: '不大于 5 / not more than 5' },
  ]);
});

test('texts lose the spaces around them, so that a blank one is an empty one; nothing else changes', async () => {
  const from = new Date(0);
  const application = a(Application, { person: a(Person, { name: ' 张 三　' }), codes: [' A', 'A '], from });
  expect(await faultsOf(application)).toEqual([{ field: 'codes', reason: '不得重复 / no two alike' }]);
  expect(application).toMatchObject({ person: { name: '张 三' }, codes: ['A', 'A'], from });
});

test('in a list the place of the faulty one is named', async () => {
  const people = [a(Person, { name: '张三' }), a(Person, { name: '' })];
  expect(await faultsOf(people)).toEqual([{ field: '1.name', reason: '至少 1 字 / at least 1 character' }]);
});

test.each([null, undefined, 'text', 7, new Date(0), [], ['a', 1]])(
  '%j has nothing to be looked over',
  async (value) => {
    expect(await faultsOf(value)).toEqual([]);
  },
);

test('T5 a text that shows nothing is an empty one', async () => {
  for (const name of ['\u200b\u200b', ' \u2060 ', '\u3164']) {
    expect(await faultsOf(a(Person, { name }))).toEqual([expect.objectContaining({ field: 'name' })]);
  }
});
