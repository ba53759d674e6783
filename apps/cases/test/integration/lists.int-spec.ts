import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, isNonNullType, parse } from 'graphql';
import type { Ask } from '@hall/testing';
import { nodesOf, useCases } from '../support/hall';

const hall = useCases();
const sdl = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');
const queries = Object.values(buildASTSchema(parse(sdl), { assumeValidSDL: true }).getQueryType()!.getFields());
const lists = queries.filter(({ args }) => args.some(({ name }) => name === 'after'));

const fieldsOf = async (ask: Ask, query: string) => {
  const [error] = (await ask(query)).errors ?? [];
  return (
    error && {
      code: error.extensions?.['code'],
      fields: (error.extensions?.['fields'] as { field: string }[]).map(({ field }) => field),
    }
  );
};

test('a cursor is taken back by the list that gave it, narrowed and ordered in the same way, and by no other', async () => {
  const { windowId, departmentId, otherWindowId, submit, lead } = await hall.aHall('cursors');
  await submit();
  await submit();
  const needed: Readonly<Record<string, string>> = {
    windowId: `"${windowId}"`,
    month: '"2026-11"',
    from: '"2026-11-01"',
    to: '"2026-11-30"',
  };
  const call = (name: string, more: string): string => {
    const { args } = lists.find((each) => each.name === name)!;
    const said = args.flatMap(({ name: arg, type }) => (isNonNullType(type) ? [`${arg}: ${needed[arg]}`] : []));
    return `{ ${name}(${[...said, more].join(' ')}) { edges { cursor } pageInfo { endCursor } } }`;
  };
  const cursorOf = async (ask: Ask, list: string, more = ''): Promise<string> => {
    const { data } = await ask(call(list, `first: 1 ${more}`));
    const { edges, pageInfo } = data![list];
    expect(pageInfo.endCursor).toBe(edges[0].cursor);
    return edges[0].cursor;
  };
  const leader = hall.leader('cursors');
  const strange = { code: 'BAD_USER_INPUT', fields: ['after'] };
  const ofCases = await cursorOf(leader, 'cases');
  const ofItems = await cursorOf(leader, 'serviceItems');
  expect(lists.length).toBeGreaterThan(15);
  // The same kind of place is a place of one list alone.
  for (const { name } of lists) {
    for (const after of ['nonsense', 'I-1', '', name === 'cases' ? ofItems : ofCases])
      expect([name, after, await fieldsOf(leader, call(name, `after: "${after}"`))]).toEqual([name, after, strange]);
  }
  for (const more of ['orderBy: MOST_URGENT', `filter: { windowId: "${windowId}" }`, 'filter: { status: ACCEPTED }'])
    expect([more, await fieldsOf(leader, call('cases', `${more} after: "${ofCases}"`))]).toEqual([more, strange]);
  for (const more of ['filter: { text: "登记" }', `filter: { departmentId: "${departmentId}" }`])
    expect([more, await fieldsOf(leader, call('serviceItems', `${more} after: "${ofItems}"`))]).toEqual([
      more,
      strange,
    ]);
  const window = await cursorOf(leader, 'cases', `filter: { windowId: "${windowId}" }`);
  const other = `filter: { windowId: "${otherWindowId}" } after: "${window}"`;
  expect(await fieldsOf(leader, call('cases', other))).toEqual(strange);
  // What is not said, said to be nothing, or empty is one question.
  for (const more of ['', 'filter: null', 'filter: {}', 'filter: { status: [] }', 'filter: { windowId: null }'])
    expect(
      nodesOf(await lead(call('cases', `${more} after: "${ofCases}"`).replace('cursor }', 'node { id } }')), 'cases'),
    ).toHaveLength(1);
});

test('an empty filter narrows nothing, an id of another hall is refused, whatever the list', async () => {
  const { lead, submit } = await hall.aHall('filters');
  const far = await hall.aBareHall('far');
  await submit();
  const leader = hall.leader('filters');
  const count = async (list: string): Promise<number> =>
    nodesOf(await lead(`{ ${list} { edges { node { id } } } }`), list.split('(')[0]!).length;
  for (const filter of ['{}', '{ status: [] }', '{ status: null }'])
    expect([filter, await count(`cases(filter: ${filter})`)]).toEqual([filter, 1]);
  for (const filter of ['{}', '{ text: "" }', '{ text: null }'])
    expect([filter, await count(`serviceItems(filter: ${filter})`)]).toEqual([filter, 1]);
  const elsewhere: readonly [string, string][] = [
    ...['windowId', 'departmentId', 'participantId', 'responsibleId', 'itemId'].map((name): [string, string] => [
      `cases(filter: { ${name}: "${far.windowId}" })`,
      name,
    ]),
    ...['windowId', 'departmentId'].map((name): [string, string] => [
      `serviceItems(filter: { ${name}: "${far.windowId}" })`,
      name,
    ]),
    [`jointTasks(departmentId: "${far.departmentId}")`, 'departmentId'],
    [`stoppedClocks(departmentId: "${far.departmentId}")`, 'departmentId'],
    [`itemsToComplete(departmentId: "${far.departmentId}")`, 'departmentId'],
    [`openContacts(ownerId: "${far.leadId}")`, 'ownerId'],
  ];
  for (const [list, field] of elsewhere)
    expect([list, await fieldsOf(leader, `{ ${list} { edges { cursor } } }`)]).toEqual([
      list,
      { code: 'BAD_USER_INPUT', fields: [field] },
    ]);
  expect(await fieldsOf(leader, `{ guideStock(windowId: "${far.windowId}") { number: __typename } }`)).toEqual({
    code: 'BAD_USER_INPUT',
    fields: ['windowId'],
  });
});
